import { FormDialog } from '@/ui/FormDialog'
import { CreateGroupForm } from './CreateGroupForm'
import { CreateUnitForm } from './CreateUnitForm'
import { LinkNameForm } from './LinkNameForm'
import { RenameForm } from './RenameForm'

export type NameDialogKind = 'unit' | 'link' | 'group' | 'rename'

interface NameDialogProps {
  /** What is to be done with the name; null while nothing is. */
  readonly kind: NameDialogKind | null
  readonly name: string
  readonly onClose: () => void
}

const TITLES: Readonly<Record<NameDialogKind, (name: string) => string>> = {
  unit: (name) => `把「${name}」建为单位`,
  link: (name) => `「${name}」对应到已有单位`,
  group: (name) => `「${name}」指哪些单位？`,
  rename: (name) => `改正「${name}」`,
}

/** The dialogs that give one name its meaning. */
export function NameDialog({ kind, name, onClose }: NameDialogProps) {
  return (
    <FormDialog isOpen={kind !== null} title={kind === null ? '' : TITLES[kind](name)} onClose={onClose}>
      {kind === 'unit' ? <CreateUnitForm name={name} onDone={onClose} /> : null}
      {kind === 'link' ? <LinkNameForm name={name} onDone={onClose} /> : null}
      {kind === 'group' ? <CreateGroupForm name={name} onDone={onClose} /> : null}
      {kind === 'rename' ? <RenameForm name={name} onDone={onClose} /> : null}
    </FormDialog>
  )
}
