import { parseLocalDate } from '@/domain/local-date/local-date'
import type { DraftTask, PlanDraft } from './plan-draft'
import type { NameDirectory } from './unit-names'

/** A task for tests. */
export function sampleTask(fields: Partial<DraftTask> & { readonly id: string }): DraftTask {
  return {
    sectionId: null,
    number: null,
    title: `任务${fields.id}`,
    text: '做好有关工作。',
    start: null,
    end: null,
    isOngoing: false,
    targets: [],
    units: [],
    milestones: [],
    doubts: [],
    isChecked: false,
    ...fields,
  }
}

/** A draft for tests: a plan of 2021 with the given parts. */
export function sampleDraft(fields: Partial<PlanDraft> = {}): PlanDraft {
  return {
    document: {
      kind: 'annual_work_plan',
      title: '2021年青山县政务公开工作要点',
      documentNumber: null,
      issuingBody: null,
      documentDate: null,
      startsOn: parseLocalDate('2021-01-01'),
      endsOn: parseLocalDate('2021-12-31'),
      warningDays: 15,
      reportingCadence: 'quarterly',
      reportGraceDays: 10,
      firstListedUnitLeads: false,
    },
    sections: [],
    defaultUnits: [],
    tasks: [],
    resolutions: {},
    dropped: [],
    ...fields,
  }
}

/** A small county for tests. */
export const sampleDirectory: NameDirectory = {
  units: [
    { id: 'u1', name: '县政府办公室', kind: 'department', retiredOn: null, aliases: [{ alias: '县府办' }] },
    { id: 'u2', name: '县司法局', kind: 'department', retiredOn: null, aliases: [] },
    { id: 'u3', name: '东街街道', kind: 'subdistrict', retiredOn: null, aliases: [] },
    { id: 'u4', name: '西街街道', kind: 'subdistrict', retiredOn: null, aliases: [] },
    { id: 'u5', name: '老城街道', kind: 'subdistrict', retiredOn: '2020-12-31', aliases: [] },
  ],
  groups: [
    { id: 'g1', name: '各街道', memberIds: ['u3', 'u4', 'u5'], aliases: [{ alias: '各街道办事处' }] },
    { id: 'g2', name: '各乡镇', memberIds: [], aliases: [] },
  ],
}
