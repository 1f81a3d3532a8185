import {
  ANSWERED_LATER,
  earlierDueChoiceVocabulary,
  type EarlierDue,
  type EarlierDueAnswers,
  type EarlierDueChoice,
} from '@/domain/reporting/earlier-due'
import { useState } from 'react'
import { Choice } from '../choice/Choice'
import { DateText } from '../DateText'
import { TextButton } from '../TextButton'
import { EarlierDueDay, EarlierDueField, EarlierDueNote } from './EarlierDueField'
import styles from './EarlierDueQuestion.module.css'

interface EarlierDueQuestionProps {
  /** How many there are, and of what: 3 个节点在下达前已经到期. */
  readonly title: string
  readonly dues: readonly EarlierDue[]
  readonly value: EarlierDueAnswers
  readonly onChange: (answers: EarlierDueAnswers) => void
}

/** More than these are folded until somebody asks for them. */
const MOST_SHOWN = 3

/** Asks once what is to become of all that was past when it was given, and of each alone where somebody wants to. */
export function EarlierDueQuestion({ title, dues, value, onChange }: EarlierDueQuestionProps) {
  const [isWhole, setIsWhole] = useState(dues.length <= MOST_SHOWN)
  const [isOneByOne, setIsOneByOne] = useState(false)
  const shown = isWhole || isOneByOne ? dues : dues.slice(0, MOST_SHOWN)
  return (
    <section className={styles.frame} aria-label="下达前到期">
      <h3>{title}</h3>
      <ul className={`${styles.dues} ruled`} aria-label="已经到期的节点">
        {shown.map((due) => (
          <li key={due.key} className={styles.due}>
            <span>
              {due.words}{' '}
              <span className="faint nowrap">
                <DateText date={due.dueOn} /> 到期
              </span>
            </span>
            {isOneByOne ? <OneChoice due={due} value={value} onChange={onChange} /> : null}
          </li>
        ))}
      </ul>
      <div className="line">
        {shown.length === dues.length ? null : (
          <TextButton onClick={() => setIsWhole(true)}>展开全部 {dues.length} 个</TextButton>
        )}
        {isOneByOne || dues.length === 1 ? null : <TextButton onClick={() => setIsOneByOne(true)}>逐项说明</TextButton>}
      </div>
      <EarlierDueField
        label={isOneByOne ? '没有单独说明的，一律' : '怎么办'}
        value={value.all}
        onChange={(all) => onChange({ ...value, all })}
      />
      <EarlierDueNote value={value} onChange={onChange} />
    </section>
  )
}

interface OneChoiceProps extends Pick<EarlierDueQuestionProps, 'value' | 'onChange'> {
  readonly due: EarlierDue
}

/** What becomes of one of them; as of all, until something else is chosen. */
function OneChoice({ due, value, onChange }: OneChoiceProps) {
  const { [due.key]: chosen, ...others } = value.each
  const name = `${due.dueOn} ${due.words}`.trim()
  const choose = (choice: EarlierDueChoice | null) =>
    onChange({ ...value, each: choice === null ? others : { ...others, [due.key]: choice } })
  return (
    <span className="line">
      <Choice
        label={`${name}怎么办`}
        all="同下面的选择"
        value={chosen?.kind ?? ''}
        choices={earlierDueChoiceVocabulary.entries}
        onChange={(kind) => choose(kind === '' ? null : { ...ANSWERED_LATER.all, kind })}
      />
      {chosen === undefined ? null : <EarlierDueDay of={name} value={chosen} onChange={choose} />}
    </span>
  )
}
