import type { DraftName, NameMeaning } from '@/domain/plan-draft/unit-names'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { TextButton } from '@/ui/TextButton'
import { useState } from 'react'
import { NameDialog } from './NameDialog'
import styles from './NameList.module.css'
import { NameOccurrences } from './NameOccurrences'
import { useNameActions } from './use-name-actions'

/** A name and what it stands for; both can be changed for this plan. */
export function ResolvedName({ name }: { readonly name: DraftName }) {
  const { forget } = useNameActions()
  const [isOpen, setIsOpen] = useState(false)
  const { meaning } = name
  const isChosen = meaning.kind === 'not_tracked' || (meaning.kind !== 'unresolved' && meaning.isChosen)
  return (
    <li className={styles.resolved} data-name={name.name}>
      <span>
        {name.name} <NameOccurrences name={name} />
      </span>
      <span className="soft">{meaningInWords(name.name, meaning)}</span>
      <TextButton
        data-print="hide"
        aria-label={`改「${name.name}」的对应`}
        onClick={() => (isChosen ? forget(name.name) : setIsOpen(true))}
      >
        {isChosen ? '取消' : '改'}
      </TextButton>
      <NameDialog kind={isOpen ? 'link' : null} name={name.name} onClose={() => setIsOpen(false)} />
    </li>
  )
}

function meaningInWords(name: string, meaning: NameMeaning): string {
  switch (meaning.kind) {
    case 'unit':
      return meaning.unit.name === name ? unitKindVocabulary.label(meaning.unit.kind) : `即 ${meaning.unit.name}`
    case 'group':
      return `单位组${meaning.group.name === name ? '' : ` ${meaning.group.name}`}，${meaning.members.length} 个成员`
    case 'not_tracked':
      return '不跟踪'
    case 'unresolved':
      return '未对应'
  }
}
