import { fireEvent } from '@testing-library/react'

/** Fills in a date field as it rests: nobody reaches for it, so that no calendar takes its place meanwhile. */
export function fillDay(field: HTMLElement, day: string): void {
  fireEvent.change(field, { target: { value: day } })
}
