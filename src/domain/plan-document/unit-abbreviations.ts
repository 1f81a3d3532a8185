/** What offices leave out or shorten in a name; long form first. */
const SHORTENINGS: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'],
  [/政府办公室|政府办公厅|政府办/g, '府办'],
  [/委员会办公室|委办公室/g, '委办'],
  [/管理委员会/g, '管委会'],
  [/发展和?改革/g, '发改'],
  [/经济和?信息化/g, '经信'],
  [/工业和?信息化/g, '工信'],
  [/人力资源(?:和|与)?社会保障|人力社保|人力资源社保/g, '人社'],
  [/卫生和?(?:健康|计划生育)/g, '卫健'],
  [/住房(?:和|与)?城乡建设|住房城乡建设/g, '住建'],
  [/自然资源(?:和|与)?规划|规划(?:和|与)?自然资源/g, '资规'],
  [/文化(?:和|与)?广电(?:和|与)?旅游体育|文化广电旅游体育/g, '文广旅体'],
  [/文化(?:和|与)?旅游/g, '文旅'],
  [/市场监督管理|市场监管/g, '市监'],
  [/生态环境/g, '环'],
  [/农业农村/g, '农'],
  [/医疗保障/g, '医保'],
  [/应急管理/g, '应急'],
  [/交通运输/g, '交通'],
  [/综合行政执法|综合执法/g, '综执'],
  [/政务服务(?:和|与)?(?:大数据|数据)?(?:管理|资源)?/g, '政务'],
  [/大数据(?:发展)?(?:管理)?/g, '数据'],
  [/机构编制委员会/g, '编'],
  [/(?:共产主义)?青年团|共青团/g, '团'],
  [/委员会$/g, '委'],
  [/办公室$/g, '办'],
  [/街道办事处|街道办$/g, '街道'],
  [/(?:和|与|及)/g, ''],
]

/** The name as its office would shorten it; for comparing, not for showing. */
export function abbreviationOf(name: string): string {
  return SHORTENINGS.reduce((short, [long, abbreviation]) => short.replace(long, abbreviation), name)
}

const LEVEL = /^(?:.{2,8}?(?:省|自治区|自治州|自治县|市|州|盟|县|区|旗))?(?=.{2,})/

/** Whether a shorter name may stand for a longer one: 区府办 for 区政府办公室, 教育局 for 市教育局. */
export function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 2 || short.length > long.length) return false
  const a = abbreviationOf(short)
  const b = abbreviationOf(long)
  if (a === b) return true
  if (isSuffixWithLevel(a, b)) return true
  return (
    short.length >= 3 &&
    long.length - short.length >= 1 &&
    a.at(-1) === b.at(-1) &&
    a[0] === b[0] &&
    isSubsequence(a, b) &&
    a.length * 2 >= b.length
  )
}

/** 财政局 for 市财政局, 市财政局 for 临江市财政局. */
function isSuffixWithLevel(short: string, long: string): boolean {
  if (!long.endsWith(short) || short.length < 3) return false
  const lead = long.slice(0, long.length - short.length)
  if (/^(?:[省市州县区旗]|.{1,8}(?:省|市|州|县|区|旗)|.{2,4})$/.test(lead)) return LEVEL.test(lead + short)
  return false
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}
