import { createContext, use } from 'react'

/** Something to be answered with yes or no before it is done. */
export interface Question {
  readonly title: string
  /** What will follow from it. */
  readonly content?: string
  /** The verb on the button. */
  readonly okText: string
  readonly cancelText: string
  readonly isDanger?: boolean
}

export type SaidTone = 'good' | 'warning' | 'bad'

/** What the page says over itself. */
export interface Feedback {
  /** Words that go away by themselves: what was done, or why it was not. */
  readonly say: (words: string, tone?: SaidTone) => void
  /** Whether the reader says yes; closing the question is no. */
  readonly ask: (question: Question) => Promise<boolean>
}

export const FeedbackContext = createContext<Feedback | null>(null)

/** How a part of a page says what was done, and asks before it does what cannot be taken back. */
export function useFeedback(): Feedback {
  const feedback = use(FeedbackContext)
  if (feedback === null) throw new Error('outside FeedbackProvider')
  return feedback
}
