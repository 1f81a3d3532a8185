import type { SourceFile } from './source-files'

/** Every way in which SQL asks what time it is, or says a word that PostgreSQL reads as a time. */
const CLOCKS =
  /\b(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|current_(?:date|time|timestamp)\b|localtime(?:stamp)?\b)|'(?:now|today|tomorrow|yesterday)'/gi
/** The start of a transaction, and the moment: both as a test or the demo sets them. */
const THE_CLOCKS = /create function private\.clock(?:_now)?\(\)[\s\S]*?\$\$[\s\S]*?\$\$;/g

/** Where SQL asks for the time without asking private.clock(), which a test and the demo can set. */
export function otherClocks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = text.replaceAll(THE_CLOCKS, '').replace(/--[^\n]*/g, '')
    return [...code.matchAll(CLOCKS)].map(([clock]) => `${path} asks ${clock.replace(/\s*\($/, '()')}`)
  })
}
