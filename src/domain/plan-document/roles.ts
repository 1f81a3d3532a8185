import type { UnitRole } from './types'

export type LabelKind = UnitRole | 'person' | 'deadline' | 'other'

const PREFIX =
  '(?:主要|具体|总|共同|第一|省级?|市级?|州级?|区级?|县级?|[省市区县]直|属地|各级|市县|区县|地方|市、县|县级)?'
const BODY = '(?:单位|部门|科室|处室|股室|机构|主体|党委|乡镇|街道)'

/** The words before a colon that say what follows, the more particular first. */
const LABELS: readonly (readonly [LabelKind, string])[] = [
  ['supporting', `(?:责任)?(?:配合|协办|协同|协助|协作|参与|参加|支持)(?:责任)?${BODY}`],
  ['lead', `(?:牵头|主办|主责|主抓)(?:责任|考核|负责)?${BODY}(?:[和及、]责任${BODY})?`],
  ['lead', `第一责任${BODY}`],
  [
    'responsible',
    `(?:责任|承办|落实|实施|完成|负责|主管|执行|推进|承担|主体责任|整改|工作)(?:配合)?${BODY}(?:[和及、](?:责任人|负责人|配合${BODY}))?`,
  ],
  ['responsible', '(?:责任|工作|任务|职责)?分工'],
  [
    'person',
    '(?:责任|牵头|分管|包保|挂钩|联系|负责|市级|区级|县级|市|区|县|挂帅|督办|包联)*(?:领导|责任人|负责人|联系人|负责同志|责任同志|市长|县长|区长)',
  ],
  [
    'deadline',
    '(?:(?:完成|办理|办结|工作|整改|落实|时间|序时|责任)?(?:时限|期限|时间|日期|时间节点|时间安排)(?:要求)?|时限要求|时间要求|进度安排|进度要求|完成节点)',
  ],
  ['lead', '牵头'],
  ['supporting', '配合'],
  [
    'other',
    '(?:备注|联系电话|联系方式|工作目标|工作措施|具体措施|主要措施|工作内容|工作要求|工作任务|任务来源|目标任务|资金来源|考核方式|督查单位|督办单位|督促单位)',
  ],
]

const LABEL = new RegExp(
  `${PREFIX}(?:${LABELS.map(([, words]) => `(${words})`).join('|')}) ?(?:\\([^()\\n]{1,14}\\) ?)?:`,
  'y',
)
const LABEL_FIRST = /[地主具总共第省市州区县属各责配协参支牵承落实施完负整工任职分包挂联督办时序进备目资考执推]/

interface Label {
  readonly kind: LabelKind
  readonly end: number
}

/** Reads "牵头单位：" at a place; white space between its characters is a scan's. */
export function labelAt(folded: string, at: number): Label | null {
  if (!LABEL_FIRST.test(folded[at] ?? '')) return null
  LABEL.lastIndex = at
  const match = LABEL.exec(folded)
  if (match === null) return null
  const index = LABELS.findIndex((_, group) => match[group + 1] !== undefined)
  const kind = LABELS[index]?.[0]
  return kind === undefined ? null : { kind, end: at + match[0].length }
}

const HOW =
  '(?:共同|分别|具体|联合|密切|积极|协同|各自|按(?:照)?(?:各自)?(?:的)?(?:职责|责任|任务|职能)?(?:分工|职责|职能)?(?:要求)?|根据(?:各自)?职责(?:分工)?|依据?(?:各自)?职责(?:分工)?|结合(?:各自)?职责(?:分工)?)'
const ROLE_WORDS: readonly (readonly [UnitRole, string])[] = [
  ['lead', '(?:为)?(?:牵头(?:负责|落实|组织实施|组织|实施|推进|抓总)?|主办|主抓|总负责|负总责|为主负责)'],
  [
    'supporting',
    '(?:做好)?(?:予以|给予)?(?:配合(?:落实|做好|实施|负责)?|协办|协助(?:落实|配合)?|参与|参加|协同(?:配合|推进|落实)?|支持|协作)',
  ],
  [
    'responsible',
    '(?:分工|组织|抓好|推进)?(?:负责(?:落实|实施|推进|完成|组织实施|制定|指导|组织|统筹|协调|督促)?|落实|组织实施|实施|承办|执行|指导|督促落实)',
  ],
]
const ROLE_AT_END = new RegExp(`^(.*?)(?:${HOW}){0,3}(?:${ROLE_WORDS.map(([, words]) => `(${words})`).join('|')})$`)
const HOW_AT_END = new RegExp(
  `(?:按(?:照)?(?:各自)?(?:的)?(?:职责|职能|责任)(?:分工)?|根据(?:各自)?职责(?:分工)?|依据?(?:各自)?职责(?:分工)?|结合(?:各自)?职责(?:分工)?|按(?:照)?分工|分别|分工)$`,
)

interface RoleWord {
  readonly role: UnitRole
  /** How much of the piece is name. */
  readonly nameLength: number
}

/** Reads the role a piece without white space ends in: 市司法局牵头, 各区按职责分工负责. */
export function roleAtEnd(piece: string): RoleWord | null {
  const match = ROLE_AT_END.exec(piece)
  if (match === null) return null
  const index = ROLE_WORDS.findIndex((_, group) => match[group + 2] !== undefined)
  const role = ROLE_WORDS[index]?.[0]
  return role === undefined ? null : { role, nameLength: (match[1] ?? '').length }
}

/** The length of a piece without "按职责分工" at its end. */
export function lengthWithoutManner(piece: string): number {
  return piece.replace(HOW_AT_END, '').length
}
