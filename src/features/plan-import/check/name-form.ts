/** What every form that gives a written name its meaning is told. */
export interface NameFormProps {
  readonly name: string
  readonly onDone: () => void
  readonly onCancel: () => void
}
