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
  readonly key: number
  readonly answer: (isYes: boolean) => void
}

/** More at once would be read by nobody. */
const MOST_SAID = 2
/** Long enough to be read; what went wrong takes longer. */
const GONE_AFTER_MS = { good: 3_000, warning: 5_000, bad: 8_000 } as const

let lastKey = 0
const nextKey = () => (lastKey += 1)

/** Gives a page the words it says over itself, and its questions. */
export function FeedbackProvider({ children }: { readonly children: React.ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([])
  // One at a time; what is asked meanwhile waits, so that none is answered by what was meant for another.
  const [asked, setAsked] = useState<readonly Asked[]>([])
  const say = useCallback((words: string, tone: SaidTone = 'good') => {
    const one = { key: nextKey(), words, tone }
    setSaid((all) => [...all, one].slice(-MOST_SAID))
  }, [])
  const forget = useCallback((gone: Said) => setSaid((all) => all.filter((one) => one !== gone)), [])
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        const key = nextKey()
        const answer = (isYes: boolean) => {
          setAsked((all) => all.filter((one) => one.key !== key))
          resolve(isYes)
        }
        setAsked((all) => [...all, { ...question, key, answer }])
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
      {asked.slice(0, 1).map((one) => (
        <QuestionDialog key={one.key} question={one} onAnswer={one.answer} />
      ))}
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
