import { createContext, use } from 'react'

/**
 * Turns a thrown value into a sentence for the reader. The app provides it, because the tables of
 * messages live beside the data and this room never imports that one.
 */
export type ErrorWords = (error: unknown) => string

export const ErrorWordsContext = createContext<ErrorWords>(() => '操作没有完成。请重试。')

/** The function that puts an error into words. */
export function useErrorWords(): ErrorWords {
  return use(ErrorWordsContext)
}
