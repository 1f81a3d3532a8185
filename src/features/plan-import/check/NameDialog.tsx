import { FormDialog } from '@/ui/FormDialog'
import { CreateUnitForm } from './CreateUnitForm'
import { LinkNameForm } from './LinkNameForm'
import { MakeGroupForm } from './MakeGroupForm'
import { RenameForm } from './RenameForm'

export type NameDialogKind = 'unit' | 'link' | 'group' | 'rename'

interface NameDialogProps {
  /** What is to be done with the name; null while nothing is. */
  readonly kind: NameDialogKind | null
  readonly name: string
  /** Once it is done. */
  readonly onDone: () => void
  readonly onClose: () => void
}

const TITLES: Readonly<Record<NameDialogKind, (name: string) => string>> = {
  unit: (name) => `把「${name}」建为单位`,
  link: (name) => `「${name}」对应到已有单位`,
  group: (name) => `「${name}」指哪些单位？`,
  rename: (name) => `改正「${name}」`,
}

const FORMS = { unit: CreateUnitForm, link: LinkNameForm, group: MakeGroupForm, rename: RenameForm } as const

/** The dialogs that give one name its meaning. */
export function NameDialog({ kind, name, onDone, onClose }: NameDialogProps) {
  const Form = kind === null ? null : FORMS[kind]
  return (
    <FormDialog isOpen={kind !== null} title={kind === null ? '' : TITLES[kind](name)} onClose={onClose}>
      {Form === null ? null : <Form key={name} name={name} onDone={onDone} onCancel={onClose} />}
    </FormDialog>
  )
}
