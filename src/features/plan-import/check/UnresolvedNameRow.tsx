import type { LikelyName, UnitToMake } from '@/domain/plan-draft/likely-meanings'
import type { DraftName } from '@/domain/plan-draft/unit-names'
import { isCollectiveName } from '@/domain/units/guess-unit-kind'
import { ActionMenu } from '@/ui/ActionMenu'
import { FormError } from '@/ui/FormError'
import { useAttempt } from '@/ui/use-attempt'
import { Button } from 'antd'
import type { NameDialogKind } from './NameDialog'
import { NameOccurrences } from './NameOccurrences'
import styles from './NameTable.module.css'
import { likelyInWords } from './name-words'
import { useNameActions } from './use-name-actions'

interface UnresolvedNameRowProps {
  readonly name: DraftName
  readonly likely: LikelyName
  /** The unit that accepting would make, with its aliases. */
  readonly units: readonly UnitToMake[]
  readonly onAsk: (kind: NameDialogKind) => void
}

/** A name that stands for nothing yet: what it most likely means, one click away, and all else in the menu. */
export function UnresolvedNameRow({ name, likely, units, onAsk }: UnresolvedNameRowProps) {
  const actions = useNameActions()
  const { isBusy, error, run } = useAttempt()
  const words = likelyInWords(likely, units[0])
  const { kind } = likely.likely
  const asked = kind === 'group' ? 'group' : kind === 'unclear' ? 'link' : null
  const others = likely.suggestions.filter((one) => likely.likely.kind !== 'known' || one.name !== likely.likely.name)
  const isMany = isCollectiveName(name.name)
  return (
    <tr data-name={name.name}>
      <th scope="row">
        {name.name} <NameOccurrences name={name} />
      </th>
      <td>
        <strong>{words.what}</strong>
        {words.why === '' ? null : <p className="soft">{words.why}</p>}
        <FormError error={error} />
      </td>
      <td>
        <div className={styles.actions} role="group" aria-label={`「${name.name}」的处理`}>
          <Button
            size="small"
            type="primary"
            ghost
            loading={isBusy}
            onClick={() => (asked === null ? void run(() => actions.accept([likely], units)) : onAsk(asked))}
          >
            {words.action}
          </Button>
          <ActionMenu
            label={`「${name.name}」的其他处理`}
            actions={[
              ...others.map((one) => ({
                label: `对应到「${one.name}」并记为别名`,
                onChoose: () => void run(() => actions.remember(name.name, one.target)),
              })),
              ...(kind === 'unclear' ? [] : [{ label: '对应到已有单位', onChoose: () => onAsk('link') }]),
              { label: isMany ? '新建单位' : '新建单位，改名称或种类', onChoose: () => onAsk('unit') },
              ...(asked === 'group' ? [] : [{ label: '展开为单位组', onChoose: () => onAsk('group') }]),
              { label: '不跟踪', onChoose: () => actions.choose(name.name, { kind: 'not_tracked' }) },
              { label: '改正名称', onChoose: () => onAsk('rename') },
            ]}
          />
        </div>
      </td>
    </tr>
  )
}
