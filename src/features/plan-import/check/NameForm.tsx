import { MutationForm } from '@/ui/MutationForm'

interface NameFormProps {
  readonly actionLabel: string
  readonly isReady: boolean
  readonly onSubmit: () => Promise<void>
  readonly onDone: () => void
  readonly children: React.ReactNode
}

/** The frame of a name dialog: its failure keeps what was filled in, its success closes it. */
export function NameForm({ onSubmit, onDone, children, ...rest }: NameFormProps) {
  return (
    <MutationForm {...rest} onSave={onSubmit} onDone={onDone} onCancel={onDone}>
      {children}
    </MutationForm>
  )
}
