import type { DroppedPassage, DropReason } from './types'

/** Site navigation and page furniture are short; longer lines are left alone whatever they contain. */
const LONGEST_FURNITURE = 90

const PAGE_NUMBER =
  /^(?:[-—·~.]+\d{1,4}[-—·~.]*|\d{1,4}[-—·~]+|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|共\d{1,4}页)$/

const NAVIGATION = new RegExp(
  [
    '^(?:当前位置|(?:您|你)?(?:现在)?(?:所在|的)位置|首页[>|/·-]|网站首页|导航菜单|网站地图|无障碍|返回顶部)',
    '^(?:发布|发文|更新|成文|生成)(?:日期|时间):',
    '^(?:信息来源|来源|文章来源|作者|编辑|责任编辑|审核|索引号|信息索引|主题分类|主题词|发文(?:机关|机构|字号|单位)|公开(?:方式|范围|类别)|有效性|体裁):',
    '^(?:浏览|点击|阅读|访问)(?:次?数|量|次数)?:?\\d*(?:次|人次)?$',
    '^(?:字体|字号|\\[?(?:打印|关闭|收藏|下载|返回)|打印本页|关闭窗口|分享(?:到)?:?|扫一扫|上一[篇条]|下一[篇条]|相关(?:解读|链接|文档|文章|稿件|附件)|附件下载|附件预览|政策解读:|一图读懂)',
    '(?:浏览次数|点击数|阅读次数|扫一扫在手机打开|版权所有|ICP备|公网安备|技术支持:|[Cc]opyright|[Pp]roduced[Bb]y|法宝引证码)',
    '^(?:原文链接|原文地址|网址|链接)?:?https?://',
  ].join('|'),
)

const ADVERTISEMENT =
  /bet365|365bet|beat365|pg(?:电子|模拟器)|无码|一区二区|百家乐|老虎机|时时彩|六合彩|真人(?:视讯|荷官|娱乐)|娱乐城|棋牌(?:游戏|平台|官网)|体育(?:投注|登陆|登录|官网|平台下载)|澳门(?:新?葡京|威尼斯|金沙|皇冠|太阳城)|久久(?:精品|国产)|国产(?:综合|精品)|博彩(?:平台|网站|官网)|代开发票|(?:AV|av)(?:在线|女优)|成人(?:视频|影片)|免费观看/

/** Advertising words glued to the front of a title by a hacked site. */
const GLUED_ADVERTISEMENT = /(?:[^\s_,。;:]{0,12}(?:365bet|bet365|beat365)[^\s_,。;:]{0,14}?(?:_|(?=20\d\d年)))+/g

/** Finds page numbers, navigation and advertising; works line by line, on folded text. */
export function findFurniture(folded: string): DroppedPassage[] {
  const found: DroppedPassage[] = []
  let start = 0
  while (start <= folded.length) {
    const next = folded.indexOf('\n', start)
    const end = next < 0 ? folded.length : next
    if (end > start && end - start <= LONGEST_FURNITURE * 3) found.push(...furnitureOfLine(folded, start, end))
    start = end + 1
  }
  return found
}

function furnitureOfLine(folded: string, start: number, end: number): DroppedPassage[] {
  const bare = folded.slice(start, end).replace(/\s/g, '')
  if (bare === '') return []
  const reason = reasonOfLine(bare)
  if (reason !== null) return [{ start, end, reason }]
  if (!bare.includes('365')) return []
  return [...folded.slice(start, end).matchAll(GLUED_ADVERTISEMENT)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    reason: 'advertisement' as const,
  }))
}

function reasonOfLine(bare: string): DropReason | null {
  if (bare.length > LONGEST_FURNITURE) return null
  if (PAGE_NUMBER.test(bare)) return 'page_furniture'
  const isItem = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、])/.test(bare)
  if (
    !isItem &&
    ADVERTISEMENT.test(bare) &&
    !bare.endsWith('。') &&
    !/20\d\d年.*(?:要点|计划|清单|方案|分工)/.test(bare)
  ) {
    return 'advertisement'
  }
  return NAVIGATION.test(bare) ? 'navigation' : null
}

/** Blanks passages out without moving anything else. */
export function blankOut(
  folded: string,
  passages: readonly { readonly start: number; readonly end: number }[],
): string {
  if (passages.length === 0) return folded
  const parts: string[] = []
  let from = 0
  for (const passage of passages) {
    if (passage.start < from) continue
    parts.push(folded.slice(from, passage.start), folded.slice(passage.start, passage.end).replace(/[^\n]/g, ' '))
    from = passage.end
  }
  parts.push(folded.slice(from))
  return parts.join('')
}
