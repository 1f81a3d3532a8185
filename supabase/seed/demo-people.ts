import { demoUnits } from './demo-units'

/** Somebody of the demo county who has an account. */
export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly role: 'lead_office' | 'leadership' | 'department'
  /** Of departments alone. */
  readonly unit?: string
  /** Offered by one click on the sign-in page. */
  readonly isShown: boolean
}

export const LEAD: DemoPerson = { email: 'zhou@lanxi.example', name: '周敏', role: 'lead_office', isShown: true }
const LEADER: DemoPerson = { email: 'fang@lanxi.example', name: '方建国', role: 'leadership', isShown: true }

const SHOWN: Record<string, { email: string; name: string }> = {
  县教育局: { email: 'jiaoyu@lanxi.example', name: '沈雨' },
  县市场监督管理局: { email: 'shichang@lanxi.example', name: '陆文' },
  县司法局: { email: 'sifa@lanxi.example', name: '何清' },
  东门街道: { email: 'dongmen@lanxi.example', name: '顾晓' },
}
const SURNAMES = [...'陈林王吴郑徐叶潘章金胡余童蒋毛柳江洪']
const GIVEN_NAMES = ['晓燕', '志远', '丽娟', '建平', '思源', '海波', '雅琴', '国强', '明月', '立新', '佳宁']

/** Everybody but the lead office, which signs up first: leadership and one person of each unit. */
export const invitedPeople: readonly DemoPerson[] = [
  LEADER,
  ...demoUnits.map(({ name }, index): DemoPerson => {
    const shown = SHOWN[name]
    const person = shown ?? { email: `danwei${index + 1}@lanxi.example`, name: nameBy(index) }
    return { ...person, role: 'department', unit: name, isShown: shown !== undefined }
  }),
]

/** The units whose people the sign-in page offers. */
export const shownUnits: ReadonlySet<string> = new Set(Object.keys(SHOWN))

/** How the sign-in page calls somebody. */
export function labelOf({ role, unit, name }: DemoPerson): string {
  if (role === 'lead_office') return `政务公开办 · ${name}`
  return role === 'leadership' ? `领导 · ${name}` : `${unit ?? ''} · ${name}`
}

function nameBy(index: number): string {
  return `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN_NAMES[index % GIVEN_NAMES.length] ?? ''}`
}
