import { MAX_REPORT_TEXT, type ReportContent } from './report-content'

type Words = Pick<ReportContent, 'done' | 'nextSteps'>

/**
 * A report with the words of another put in. What the form began with gives way to them; what somebody typed stays, and
 * they follow on a line of their own. A text that would grow too long, or says it already, stays as it is.
 */
export function withWordsOf(content: ReportContent, start: Words, other: Words): ReportContent {
  return {
    ...content,
    done: added(content.done, start.done, other.done),
    nextSteps: added(content.nextSteps, start.nextSteps, other.nextSteps),
  }
}

function added(text: string, start: string, more: string): string {
  const words = more.trim()
  if (words === '' || text.includes(words)) return text
  const whole = text.trim() === '' || text === start ? words : `${text.trimEnd()}\n${words}`
  return whole.length > MAX_REPORT_TEXT ? text : whole
}
