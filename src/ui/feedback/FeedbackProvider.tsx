import { useCallback, useEffect, useMemo, useState } from 'react'
import { FeedbackContext, type Question, type SaidTone } from './feedback-context'
import styles from './FeedbackProvider.module.css'
import { QuestionDialog } from './QuestionDialog'

interface Said {
  readonly key: number
  readonly words: string
  readonly tone: SaidTone
}

interface Asked extends Question {
  readonly answer: (isYes: boolean) => void
}

/** More at once would be read by nobody. */
const MOST_SAID = 2
/** Long enough to be read; what went wrong takes longer. */
const GONE_AFTER_MS = { good: 3_000, warning: 5_000, bad: 8_000 } as const

let lastKey = 0

/** Gives a page the words it says over itself, and its questions. */
export function FeedbackProvider({ children }: { readonly children: React.ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)
  const say = useCallback((words: string, tone: SaidTone = 'good') => {
    lastKey += 1
    const one = { key: lastKey, words, tone }
    setSaid((all) => [...all, one].slice(-MOST_SAID))
  }, [])
  const forget = useCallback((gone: Said) => setSaid((all) => all.filter((one) => one !== gone)), [])
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        const answer = (isYes: boolean) => {
          setAsked(null)
          resolve(isYes)
        }
        setAsked({ ...question, answer })
      }),
    [],
  )
  const feedback = useMemo(() => ({ say, ask }), [say, ask])
  return (
    <FeedbackContext value={feedback}>
      {children}
      <div className={styles.said} data-print="hide">
        {said.map((one) => (
          <SaidWords key={one.key} said={one} onGone={forget} />
        ))}
      </div>
      {asked === null ? null : <QuestionDialog question={asked} onAnswer={asked.answer} />}
    </FeedbackContext>
  )
}

function SaidWords({ said, onGone }: { readonly said: Said; readonly onGone: (said: Said) => void }) {
  const { words, tone } = said
  useEffect(() => {
    const timer = setTimeout(() => onGone(said), GONE_AFTER_MS[tone])
    return () => clearTimeout(timer)
  }, [said, tone, onGone])
  return (
    <p className={`${styles.words} ${styles[tone] ?? ''}`} role={tone === 'good' ? 'status' : 'alert'}>
      {words}
    </p>
  )
}
