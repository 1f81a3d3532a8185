import { UnfinishedPage } from '../UnfinishedPage'

/** Reporting on one assignment. */
export function Component() {
  return <UnfinishedPage title="填报进展" />
}
