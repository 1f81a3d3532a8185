/** The endings that names of public bodies, companies and groups of them have. */
const UNIT_ENDING = new RegExp(
  '(?:局|委|办|部|厅|院|署|会|室|处|科|股|所|站|队|府|中心|单位|部门|街道|[乡镇街县市区州旗盟村]|公司|集团|银行|[支分]行|人行|' +
    '海关|学校|大学|机关|机构|[组专]班|小组|工作组|指挥部|联|团[省市州县区]委|社|馆|园|园区|企业|协会|工会|纪委|监委|政协|人大|' +
    '主体|电视台|台|平台|窗口|大厅|社区|农场|林场|景区|电信|移动|联通|铁塔|邮政|烟草|支队|大队|总队|各地|成员|责任人|校|厂|库|网|中国铁路|专员|公积金)$',
)
const LEVEL =
  '省|市|州|盟|县|区|旗|乡|镇|村|街道|社区|自治区|直辖市|地市|地级以上市|设区市|设区的市|县市|县级市|乡镇|镇街|街镇|园区|开发区|功能区|自治州|自治县'
const BARE_LEVELS = new RegExp(`^(?:各|其他|全[省市县区州])?级?(?:${LEVEL})(?:、(?:${LEVEL}))*$`)
const LEVEL_GOVERNMENT = new RegExp(
  `^(?:${LEVEL})(?:级?(?:人民)?政府(?:办公室)?|办事处|管委会|管理委员会|党委|党工委)?$`,
)
const STARTS_LIKE_UNIT =
  /^(?:各|其他|全[省市县区州]|[省市州县区镇乡旗盟](?!场|容|政|民|域|内|间|外|直接)|自治|国家|中国|中共|国网)/

/** Whether a folded name without white space reads like the name of a unit or of a group of units. */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || name.length > 45) return false
  const base = name.replace(/[([<][^()[\]<>]*(?:[([<][^()[\]<>]*[)\]>])?[^()[\]<>]*[)\]>]$/, '')
  if (base.length < 2) return name.length > 3
  if (/[。;:?!]/.test(name) || /^(?:以下|即|如|其中|包括|含|不|试行|见)/.test(name)) return false
  return UNIT_ENDING.test(base)
}

/** "各市" before "、县人民政府": only levels of government, no name of its own. */
export function isBareLevel(name: string): boolean {
  return BARE_LEVELS.test(withoutBrackets(name))
}

/** Whether two pieces parted by "、" are one group name: 各市、县（区）人民政府, but not 各县（市、区）、市教育局. */
export function isOneGroup(left: string, right: string): boolean {
  if (!isBareLevel(left) || !LEVEL_GOVERNMENT.test(withoutBrackets(right))) return false
  return !/[)\]>]$/.test(left) || right.startsWith('自治') || right.includes('政府') || left.includes('、')
}

function withoutBrackets(name: string): string {
  return name.replace(/[([<][^()[\]<>]*[)\]>]/g, '')
}

/** Whether the name's first word is one that a unit's name opens with. */
export function startsLikeUnit(name: string): boolean {
  return STARTS_LIKE_UNIT.test(name)
}

/** The rest of "、市财政局等有关部门" without the words that only say there are more. */
export function withoutAndOthers(name: string): string {
  const stripped = name
    .replace(
      /等(?:有关|相关|各|政府|市级|区级|县级|省级|[省市区县]直|职能|责任|成员|所有)*(?:部门|单位|机构)?(?:[和及、与](?:有关|相关)?(?:部门|单位|机构))?$/,
      '',
    )
    .replace(/等$/, '')
  if (stripped === name) return name
  // "财政等有关部门": a field of work, no unit; only the whole of it is a name.
  return stripped.length >= 2 && UNIT_ENDING.test(stripped.replace(/[([<].*$/, '')) ? stripped : name.replace(/等$/, '')
}

const WHOLE_NAME = /^[^()[\]<>]+(?:局|[^区市县省]委|办|部|厅|政府|中心|公司)$/

/** Whether two words parted by a space are two names: 市场监管局 经发局, but not 区委 宣传部. */
export function areWholeNames(left: string, right: string): boolean {
  return left.length >= 3 && right.length >= 3 && WHOLE_NAME.test(left) && WHOLE_NAME.test(right)
}

/** "赵某某副区长牵头": a person leads, no unit. */
export function isPerson(name: string): boolean {
  return /^.{1,8}(?:[省市州盟县区旗乡镇]长|书记|主任|主席|常委|局长|部长|秘书长|同志|委员)$/.test(name)
}
