/** Sentences for the demo's reports, picked by a number so that neighbours differ. */
const DONE = [
  (title: string) => `围绕“${title}”印发了工作安排，任务分到科室和责任人，网站专栏已同步更新。`,
  (title: string) => `“${title}”涉及的目录和台账已核对一遍，缺漏内容补齐后重新上网。`,
  (title: string) => `本期按计划推进“${title}”，新增信息经保密审查后发布，并在政务新媒体转发。`,
  (title: string) => `已会同配合单位完成“${title}”的阶段内容，公开页面群众可直接查询。`,
  (title: string) => `“${title}”的主要内容已经上线，咨询电话和留言渠道同步公布。`,
]
const NEXT = [
  '下一步核对公开内容的时效，逾期内容及时更新。',
  '下一步补充图文解读，并征求服务对象意见。',
  '下一步把做法整理成操作规范，供其他单位参考。',
  '',
]
const PROBLEMS = ['', '', '个别科室报送偏晚，已列入月度提醒。', '历史数据口径不一，需与业务系统逐条核对。', '']
const EVIDENCE = ['专栏页面', '政策文件原文', '公开目录', '活动报道', '工作台账公示']

const pick = <Item>(items: readonly Item[], number: number, fallback: Item): Item =>
  items[number % items.length] ?? fallback

function doneWords(title: string, number: number): string {
  return pick(DONE, number, () => '')(title)
}
function nextWords(number: number): string {
  return pick(NEXT, Math.floor(number / 5), '')
}
function problemWords(number: number): string {
  return pick(PROBLEMS, Math.floor(number / 11), '')
}
/** What a report says. */
export function reportWords(
  title: string,
  kind: 'progress' | 'no_change' | 'not_applicable',
  number: number,
): { done: string; nextSteps: string; problems: string } {
  if (kind === 'no_change') return { done: '', nextSteps: '', problems: '' }
  if (kind === 'not_applicable')
    return { done: '本单位本年度没有此类事项，已与牵头单位核对。', nextSteps: '', problems: '' }
  return { done: doneWords(title, number), nextSteps: nextWords(number), problems: problemWords(number) }
}
/** A link as evidence; the address is a documentation domain that leads nowhere. */
export function evidenceLink(title: string, number: number): { title: string; url: string } {
  return {
    title: `${title.slice(0, 20)}：${pick(EVIDENCE, number, '')}`,
    url: `https://www.lanxi.example/zwgk/${1000 + number}.html`,
  }
}
