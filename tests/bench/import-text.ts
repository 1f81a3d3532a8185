import type { ApiCall } from './load-client'

const MIB = 1024 * 1024
const SENTENCE = '各责任单位要及时准确公开重点领域信息，做好政策解读，回应群众关切，于年底前完成。\n'

/** A document of 1 MiB with one plan of 40 tasks in it, as the check screen sends it when it has read a file. */
export function importCall(): ApiCall {
  const content = SENTENCE.repeat(Math.floor(MIB / Buffer.byteLength(SENTENCE)))
  const body = {
    p_file_name: '要点.txt',
    p_media_type: 'text/plain',
    p_content: content,
    p_tables: [],
    p_drafts: [draft()],
  }
  return { rpc: 'import_plans', body: JSON.stringify(body), leastBytes: 36 }
}

function draft() {
  return {
    document: {
      kind: 'annual_work_plan',
      title: '政务公开工作要点',
      documentNumber: null,
      issuingBody: '县政府办公室',
      documentDate: null,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      warningDays: 15,
      reportingCadence: 'quarterly',
      reportGraceDays: 10,
      firstListedUnitLeads: false,
    },
    sections: [{ id: 's1', parentId: null, number: '一、', title: '第一部分', level: 1, start: 0, end: 40 }],
    defaultUnits: [],
    tasks: Array.from({ length: 40 }, (_, index) => task(index)),
    resolutions: {},
  }
}

function task(index: number) {
  const start = index * SENTENCE.length
  return {
    id: `t${index}`,
    sectionId: 's1',
    number: `${index + 1}.`,
    title: `第${index + 1}项任务`,
    text: SENTENCE.trim(),
    start,
    end: start + SENTENCE.length - 1,
    isOngoing: false,
    targets: [],
    units: [{ name: `测试单位${index}`, role: 'lead' }],
    milestones: [],
  }
}
