import { SignUpByCode } from '../SignUpByCode'

/** The first account, by the code that the server prints. */
export function Component() {
  return <SignUpByCode kind="set-up" />
}
