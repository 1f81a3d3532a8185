import type { Json } from '@/data/database.types'
import { must, okay, succeed, type Actor, type County } from './actors'

/** A task of an issued plan as tests refer to it. */
export interface IssuedTask {
  id: string
  /** Unit name → assignment. */
  assignments: Record<string, string>
  /** In the order of their due days. */
  milestones: { id: string; dueOn: string }[]
  /** What each unit owes on each milestone. */
  obligations: { id: string; assignmentId: string; milestoneId: string }[]
}

export interface IssuedPlan {
  planId: string
  /** Number as written → task. */
  tasks: Record<string, IssuedTask>
}

interface TaskWords {
  number: string
  units: readonly (readonly [name: string, role: 'lead' | 'responsible' | 'supporting'])[]
  dueOn?: readonly string[]
  sectionId?: string
  isOngoing?: boolean
}

/** The usual tasks: one with a lead, one shared, one of the subdistricts, one of 民政局 alone. */
export const USUAL_TASKS: readonly TaskWords[] = [
  {
    number: '1',
    sectionId: 's1',
    units: [
      ['教育局', 'lead'],
      ['民政局', 'supporting'],
    ],
  },
  {
    number: '2',
    sectionId: 's1',
    units: [
      ['教育局', 'responsible'],
      ['民政局', 'responsible'],
    ],
  },
  { number: '3', sectionId: 's2', units: [['各街道', 'responsible']] },
  { number: '4', sectionId: 's2', units: [['民政局', 'responsible']] },
]

/** Today in Asia/Shanghai, or some days from it. */
export function day(fromToday = 0): string {
  return new Date(Date.now() + 8 * 3_600_000 + fromToday * 86_400_000).toISOString().slice(0, 10)
}

/** A draft as the check screen saves it. */
export function draft(
  tasks: readonly TaskWords[] = USUAL_TASKS,
  document: Record<string, Json> = {},
  more: Record<string, Json> = {},
): Record<string, Json> {
  return {
    document: {
      kind: 'annual_work_plan',
      title: '政务公开工作要点',
      documentNumber: null,
      issuingBody: '县政府办公室',
      documentDate: null,
      startsOn: day(-30),
      endsOn: day(300),
      warningDays: 15,
      reportingCadence: 'none',
      reportGraceDays: 10,
      firstListedUnitLeads: false,
      ...document,
    },
    sections: [
      { id: 's1', parentId: null, number: '一、', title: '第一部分', level: 1, start: 0, end: 4 },
      { id: 's2', parentId: null, number: '二、', title: '第二部分', level: 1, start: 4, end: 8 },
    ],
    defaultUnits: [],
    tasks: tasks.map(({ number, units, dueOn = [], sectionId = null, isOngoing = false }) => ({
      id: `t${number}`,
      sectionId,
      number,
      title: `任务${number}`,
      text: `任务${number}的要求。`,
      start: 0,
      end: 8,
      isOngoing,
      targets: [],
      units: units.map(([name, role]) => ({ name, role })),
      milestones: dueOn.map((each) => ({ dueOn: each, year: null, text: `${each}前完成`, start: 0, end: 4 })),
    })),
    resolutions: {},
    ...more,
  }
}

/** Imports one draft and answers its plan. */
export async function importPlan(lead: Actor, content: Record<string, Json>): Promise<string> {
  const [row] = okay(
    await lead.client.rpc('import_plans', {
      p_file_name: '要点.txt',
      p_media_type: 'text/plain',
      p_content: '一二三四五六七八',
      p_tables: [],
      p_drafts: [content],
    }),
  )
  const { plan_id } = must(row)
  okay(await lead.client.rpc('save_plan_draft', { p_plan_id: plan_id, p_expected_revision: 1, p_content: content }))
  return plan_id
}

/** Imports and issues; answers what stands in the database then. */
export async function issuePlan({ lead }: Pick<County, 'lead'>, content = draft()): Promise<IssuedPlan> {
  const planId = await importPlan(lead, content)
  await succeed(lead.client.rpc('issue_plan', { p_plan_id: planId, p_expected_revision: 2 }))
  return readPlan(lead, planId)
}

/** What stands in the database of an issued plan, also after an amendment. */
export async function readPlan(lead: Actor, planId: string): Promise<IssuedPlan> {
  const rows = okay(await lead.client.from('tasks').select('id, number, milestones(id, due_on)').eq('plan_id', planId))
  const taskIds = rows.map(({ id }) => id)
  const obligations = okay(
    await lead.client.from('obligations').select('id, assignment_id, milestone_id, task_id').in('task_id', taskIds),
  )
  const assignments = okay(
    await lead.client.from('assignments').select('id, task_id, units(name)').in('task_id', taskIds),
  )
  const tasks = rows.map((row): [string, IssuedTask] => [
    row.number ?? '',
    {
      id: row.id,
      assignments: Object.fromEntries(
        assignments.filter((each) => each.task_id === row.id).map(({ id, units }) => [units.name, id]),
      ),
      milestones: row.milestones
        .map(({ id, due_on }) => ({ id, dueOn: due_on }))
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
      obligations: obligations
        .filter(({ task_id }) => task_id === row.id)
        .map(({ id, assignment_id, milestone_id }) => ({ id, assignmentId: assignment_id, milestoneId: milestone_id })),
    },
  ])
  return { planId, tasks: Object.fromEntries(tasks) }
}
