const LINE_END = /<br ?\/?>|<\/(?:p|div|tr|li|h\d|table|ul|ol|section)>|\\r\\n|\\n/gi
const CELL_END = /<\/t[dh]>/gi
const BLANK = /&(?:nbsp|ensp|emsp|thinsp|[#](?:160|xa0|12288));|\\t|\\u3000/gi
const TAG = /<(?:\/|!--)?[a-z][^<>\n]{0,300}>/gi
const JSON_KEY = /"?\s?[{,]\s?"[a-z_]{1,24}"\s?:\s?"?/gi
const JSON_END = /"\s?[}\]]+\s*$/

/** Blanks out tags, entities and JSON that stayed in a text, character for character; line ends they stand for are made. */
export function withoutMarkup(text: string): string {
  if (!/[<\\&{]/.test(text)) return text
  const clean = text
    .replace(LINE_END, (mark) => '\n'.padStart(mark.length))
    .replace(CELL_END, (mark) => '\t'.padStart(mark.length))
    .replace(BLANK, (mark) => ' '.repeat(mark.length))
    .replace(TAG, (mark) => ' '.repeat(mark.length))
  if (!/\{\s?"[a-z_]{1,24}"\s?:/i.test(clean)) return clean
  return clean
    .replace(JSON_KEY, (mark) => '\n'.padStart(mark.length))
    .replace(JSON_END, (mark) => ' '.repeat(mark.length))
}
