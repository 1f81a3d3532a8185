import type { SourceFile } from './source-files'

/** Every way in which SQL asks what time it is, or says a word that PostgreSQL reads as a time. */
const CLOCKS =
  /\b(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|current_(?:date|time|timestamp)\b|localtime(?:stamp)?\b)|'(?:now|today|tomorrow|yesterday)'/gi
const THE_CLOCK = /create function private\.clock\(\)[\s\S]*?\$\$[\s\S]*?\$\$;/

/** Where SQL asks for the time without asking private.clock(), which a test and the demo can set. */
export function otherClocks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = text.replace(THE_CLOCK, '').replace(/--[^\n]*/g, '')
    return [...code.matchAll(CLOCKS)].map(([clock]) => `${path} asks ${clock.replace(/\s*\($/, '()')}`)
  })
}
