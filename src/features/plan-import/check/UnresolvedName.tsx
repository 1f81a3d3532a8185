import type { DraftName } from '@/domain/plan-draft/unit-names'
import { isCollectiveName } from '@/domain/units/guess-unit-kind'
import { FormError } from '@/ui/FormError'
import { useAttempt } from '@/ui/use-attempt'
import { Button } from 'antd'
import { useState } from 'react'
import { NameDialog, type NameDialogKind } from './NameDialog'
import { NameOccurrences } from './NameOccurrences'
import styles from './NameList.module.css'
import type { NameSuggestion } from './suggestions'
import { useNameActions, type NameTarget } from './use-name-actions'

interface UnresolvedNameProps {
  readonly name: DraftName
  readonly suggestions: readonly NameSuggestion[]
}

/** A name that stands for nothing yet: what it may mean, and everything that can be done about it. */
export function UnresolvedName({ name, suggestions }: UnresolvedNameProps) {
  const actions = useNameActions()
  const [dialog, setDialog] = useState<NameDialogKind | null>(null)
  const isMany = isCollectiveName(name.name)
  const group = (
    <Button size="small" onClick={() => setDialog('group')}>
      展开单位组
    </Button>
  )
  return (
    <li className={styles.item} data-name={name.name}>
      <div>
        <strong>{name.name}</strong> <NameOccurrences name={name} />
      </div>
      {suggestions.map((suggestion) => (
        <SuggestionLine
          key={suggestion.name}
          suggestion={suggestion}
          name={name.name}
          onAccept={(target) => actions.remember(name.name, target)}
        />
      ))}
      <div className={styles.buttons} role="group" aria-label={`「${name.name}」的处理`}>
        {isMany ? group : null}
        <Button size="small" onClick={() => setDialog('unit')}>
          新建单位
        </Button>
        <Button size="small" onClick={() => setDialog('link')}>
          对应到已有单位
        </Button>
        {isMany ? null : group}
        <Button size="small" onClick={() => actions.choose(name.name, { kind: 'not_tracked' })}>
          不跟踪
        </Button>
        <Button size="small" onClick={() => setDialog('rename')}>
          改正名称
        </Button>
      </div>
      <NameDialog kind={dialog} name={name.name} onClose={() => setDialog(null)} />
    </li>
  )
}

interface SuggestionLineProps {
  readonly suggestion: NameSuggestion
  readonly name: string
  readonly onAccept: (target: NameTarget) => Promise<void>
}

function SuggestionLine({ suggestion, name, onAccept }: SuggestionLineProps) {
  const { isBusy, error, run } = useAttempt()
  const { target } = suggestion
  if (target.kind === 'not_tracked') return null
  return (
    <div className={styles.suggestion}>
      <span>{suggestion.message}</span>
      <Button
        size="small"
        type="primary"
        ghost
        loading={isBusy}
        aria-label={`「${name}」采用建议「${suggestion.name}」并记为别名`}
        onClick={() => void run(() => onAccept(target))}
      >
        采用并记为别名
      </Button>
      <FormError error={error} />
    </div>
  )
}
