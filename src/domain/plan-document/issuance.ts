import { localDateFrom } from '../local-date/local-date'
import { readLines, type Line } from './lines'
import { parseNumeral } from './numerals'
import { plainDigits } from './plain-digits'
import { writtenText, type SourceText } from './source-text'

/** Who issued a document, when, and under which number. */
export interface Issuance {
  readonly documentNumber: string | null
  readonly issuingBody: string | null
  readonly issuedOn: string | null
}

const NUMBER = /(?:^|[\s(])([\u4e00-\u9fff]{2,14}[ ]?[[(]?(?:19|20)\d\d[\])][第 ]*\d{1,4} ?号)/g
const DATE_LINE =
  /^(.{0,40}?)((?:19|20)\d\d)年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日(?:印发|发布)?(?:\(.*\))?$/
const BODY =
  /(?:政府|办公室|办公厅|国务院|委员会|委办公室|厅|局|委|部|领导小组|领导小组办公室|指挥部|中心|党委|办事处|管委会)$/

/** Reads the number, the signature and its date; the head of the document goes before its foot. */
export function readIssuance(text: SourceText, start: number, end: number, headEnd: number): Issuance {
  const head = readLines(text.folded, start, headEnd)
  const foot = readLines(text.folded, Math.max(headEnd, end - 1500), end)
  const signature = findSignature(text, head) ?? findSignature(text, foot)
  return {
    documentNumber: findNumber(text, start, Math.min(headEnd, start + 4000)),
    issuingBody: signature?.body ?? null,
    issuedOn: signature?.date ?? null,
  }
}

function findNumber(text: SourceText, start: number, end: number): string | null {
  for (const match of text.folded.slice(start, end).matchAll(NUMBER)) {
    const number = match[1] ?? ''
    const at = start + match.index + match[0].length - number.length
    // After 》 the number belongs to another document.
    if (/》\s*\(?\s*$/.test(text.folded.slice(Math.max(start, at - 4), at))) continue
    return writtenText(text, at, at + number.length)
  }
  return null
}

function findSignature(text: SourceText, lines: readonly Line[]): { body: string | null; date: string } | null {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    const match = line === undefined ? null : DATE_LINE.exec(plainDigits(line.bare))
    if (line === undefined || match === null) continue
    const date = localDateFrom(Number(match[2]), parseNumeral(match[3] ?? ''), parseNumeral(match[4] ?? ''))
    if (date === null) continue
    const body = bodyBefore(text, lines, index, match[1] ?? '')
    if (body !== null) return { body, date }
  }
  return null
}

function bodyBefore(text: SourceText, lines: readonly Line[], index: number, sameLine: string): string | null {
  const line = lines[index]
  if (line !== undefined && BODY.test(sameLine)) {
    const written = writtenText(text, line.start, line.end)
    return written.slice(0, sameLine.length)
  }
  const above = lines[index - 1]
  if (sameLine !== '' || above === undefined || above.bare.length > 40 || !BODY.test(above.bare)) return null
  return writtenText(text, above.start, above.end)
}
