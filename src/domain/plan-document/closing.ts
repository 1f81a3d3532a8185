import { readLines } from './lines'

/** Words that only the end of a document opens a paragraph with. */
const ALWAYS_CLOSES = /^(?:附件[\d一二三四五:]?|附[:表]|抄送[:;]|\(此件|\(联系人|联系人:|主送:|主办:)/
const CLOSES_LAST_ITEM =
  /^(?:各(?:地|部门|单位|级|县|区|市|设区|州|街道|镇|乡|有关|相关|责任|牵头|省|科室|处室).{0,60}?(?:要|将|应|须|请|结合|按照|参照)|本(?:要点|方案|计划|措施|意见|通知|政策|办法|实施|行动)|上述|以上(?:措施|政策|工作|任务|各项)|请各)/
const DATE_LINE = /^.{0,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?$/
const BOX = /^专栏 ?[\d一二三四五六七八九十]*/

/** Where the words of an item without responsibility end: before the document's closing words. */
export function endOfWords(folded: string, start: number, end: number, isLast: boolean): number {
  const lines = readLines(folded, start, end)
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) continue
    if (ALWAYS_CLOSES.test(line.bare) || BOX.test(line.bare)) return line.start
    if (isLast && CLOSES_LAST_ITEM.test(line.bare)) return line.start
    if (DATE_LINE.test(line.bare))
      return startOfSignature(lines[index - 1]?.bare ?? '', lines[index - 1]?.start ?? line.start, line.start)
  }
  return end
}

function startOfSignature(above: string, aboveStart: number, dateStart: number): number {
  return above.length <= 40 && !/[。;,]$/.test(above) ? aboveStart : dateStart
}
