import { PlainButton } from '@/ui/plain/PlainButton'
import { TextField } from '@/ui/plain/TextField'
import { useFields } from '@/ui/plain/use-fields'
import { codeFromText } from './code-from-text'
import { mustBeGiven } from './form-rules'

interface CodeFormProps {
  readonly label: string
  readonly hint: string
  readonly onCode: (code: string) => void
}

/** Asks for a code that no link brought along; a whole link pasted here works too. */
export function CodeForm({ label, hint, onCode }: CodeFormProps) {
  const { field, submit } = useFields({ code: mustBeGiven(label) })
  return (
    <form noValidate onSubmit={submit(({ code }) => onCode(codeFromText(code)))}>
      <TextField label={label} hint={hint} {...field('code')} autoFocus autoComplete="off" spellCheck={false} />
      <PlainButton isMain type="submit">
        下一步
      </PlainButton>
    </form>
  )
}
