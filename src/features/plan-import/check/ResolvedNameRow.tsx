import type { DraftName } from '@/domain/plan-draft/unit-names'
import { TextButton } from '@/ui/TextButton'
import type { NameDialogKind } from './NameDialog'
import { NameOccurrences } from './NameOccurrences'
import { meaningInWords } from './name-words'
import { useNameActions } from './use-name-actions'

interface ResolvedNameRowProps {
  readonly name: DraftName
  readonly onAsk: (kind: NameDialogKind) => void
}

/** A name and what it stands for; both can be changed for this plan. */
export function ResolvedNameRow({ name, onAsk }: ResolvedNameRowProps) {
  const { forget } = useNameActions()
  const { meaning } = name
  const isChosen = meaning.kind === 'not_tracked' || (meaning.kind !== 'unresolved' && meaning.isChosen)
  return (
    <tr data-name={name.name}>
      <th scope="row">
        {name.name} <NameOccurrences name={name} />
      </th>
      <td className="soft">{meaningInWords(name.name, meaning)}</td>
      <td>
        <TextButton
          data-print="hide"
          aria-label={`改「${name.name}」的对应`}
          onClick={() => (isChosen ? forget(name.name) : onAsk('link'))}
        >
          {isChosen ? '取消' : '改'}
        </TextButton>
      </td>
    </tr>
  )
}
