import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed, type Actor } from '../support/actors'
import { draft, importPlan, USUAL_TASKS } from '../support/issued-plan'

const WORDS = '%PDF-1.7 青川县2026年政务公开工作要点'
const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')
let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const bucket = ({ client }: Pick<Actor, 'client'>) => client.storage.from('source-files')
const put = (actor: Pick<Actor, 'client'>, path: string, words = WORDS, contentType = 'application/pdf') =>
  bucket(actor).upload(path, Buffer.from(words), { contentType })
const read = async (actor: Pick<Actor, 'client'>, path: string) => (await bucket(actor).download(path)).data?.text()
const pathIn = (id: string, extension = 'pdf') => `${id}/${randomUUID()}.${extension}`

/** A file of one plan or more as it is imported; its file has still to follow. */
async function importFile(
  titles: readonly string[] = ['工作要点'],
  more: { p_is_pasted?: boolean; sha?: string } = {},
) {
  const rows = okay(
    await county.lead.client.rpc('import_plans', {
      p_file_name: '要点.pdf',
      p_media_type: 'application/pdf',
      p_content: '正文',
      p_tables: [],
      p_drafts: titles.map((title) => draft(USUAL_TASKS, { title })),
      p_is_pasted: more.p_is_pasted ?? false,
      p_file_sha256: more.sha ?? sha256(WORDS),
    }),
  )
  return { plans: rows.map((row) => row.plan_id), id: must(rows[0]).source_document_id }
}
const keep = (id: string, path: string, actor: Pick<Actor, 'client'> = county.lead) =>
  actor.client.rpc('keep_source_file', { p_source_document_id: id, p_path: path })
async function importKept(titles?: readonly string[]) {
  const imported = await importFile(titles)
  const path = pathIn(imported.id)
  okay(await put(county.lead, path))
  await succeed(keep(imported.id, path))
  return { ...imported, path }
}

describe('the original file', () => {
  test('is put in by the lead office, and read by whoever may read the plan', async () => {
    const { plans, path } = await importKept()
    expect(await read(county.lead, path)).toBe(WORDS)
    for (const actor of ['leadership', 'education', 'outsider'] as const)
      expect(await read(county[actor], path)).toBeUndefined()
    await succeed(county.lead.client.rpc('issue_plan', { p_plan_id: must(plans[0]), p_expected_revision: 1 }))
    for (const actor of ['leadership', 'education', 'outsider'] as const)
      expect(await read(county[actor], path)).toBe(WORDS)
    expect(await read({ client: county.anon }, path)).toBeUndefined()
  })
  test.each(['leadership', 'education'] as const)('%s_cannot_put_one_in', async (actor) => {
    const { id } = await importFile()
    expect((await put(county[actor], pathIn(id))).error).not.toBeNull()
    expect(await refusal(keep(id, pathIn(id), county[actor]))).toBe('not_permitted')
  })
  test('is the one that was read, and no other', async () => {
    const { id } = await importFile()
    expect(await refusal(keep(id, pathIn(id)))).toBe('source_file_not_stored')
    const other = pathIn(id)
    okay(await put(county.lead, other, '%PDF-1.7 别的文件'))
    expect(await refusal(keep(id, other))).toBe('source_file_differs')
    const path = pathIn(id)
    okay(await put(county.lead, path))
    await succeed(keep(id, path))
    expect(await refusal(keep(id, path))).toBe('source_file_is_kept')
    // What did not become the original may be cleared away, the original may not.
    await bucket(county.lead).remove([other, path])
    expect(await read(county.lead, other)).toBeUndefined()
    expect(await read(county.lead, path)).toBe(WORDS)
  })
  test('is nothing that a browser would run, lies with a document, and is not there for a paste', async () => {
    const { id } = await importFile()
    expect((await put(county.lead, pathIn(id, 'html'), '<html>', 'text/html')).error).not.toBeNull()
    expect((await put(county.lead, pathIn(randomUUID()))).error).not.toBeNull()
    const pasted = await importFile(['粘贴的'], { p_is_pasted: true })
    expect((await put(county.lead, pathIn(pasted.id))).error).not.toBeNull()
    const row = okay(
      await county.lead.client.from('source_documents').select('is_pasted, file_sha256').eq('id', pasted.id).single(),
    )
    expect(row).toEqual({ is_pasted: true, file_sha256: null })
  })
  test('goes with the last draft that was read from it', async () => {
    const { plans, path } = await importKept(['甲', '乙'])
    const discard = async (at: number) =>
      okay({ ...(await county.lead.client.rpc('discard_plan_draft', { p_plan_id: must(plans[at]) })) })
    expect((await county.lead.client.rpc('discard_plan_draft', { p_plan_id: must(plans[0]) })).data).toBeNull()
    await bucket(county.lead).remove([path])
    expect(await read(county.lead, path)).toBe(WORDS)
    expect(await discard(1)).toBe(path)
    await bucket(county.lead).remove([path])
    expect(await read(county.lead, path)).toBeUndefined()
  })
})

describe('a plan imported before', () => {
  const asked = (title: string, more: object = {}) => {
    const { startsOn, endsOn } = draft().document as { startsOn: string; endsOn: string }
    return { title, documentNumber: null, startsOn, endsOn, ...more }
  }
  const before = async (plans: ReturnType<typeof asked>[], sha?: string) =>
    okay(
      await county.lead.client.rpc('plans_imported_before', {
        p_plans: plans,
        ...(sha === undefined ? {} : { p_file_sha256: sha }),
      }),
    ).map(({ plan_index, title, is_same_file }) => [plan_index, title, is_same_file])

  test('is noticed by its title or number over the same years', async () => {
    await importPlan(county.lead, draft(USUAL_TASKS, { title: '要点（甲）', documentNumber: '青政办〔2026〕3号' }))
    expect(await before([asked('别的'), asked('要点 (甲)')])).toEqual([[1, '要点（甲）', false]])
    expect(await before([asked('别的', { documentNumber: '青政办〔2026〕3号' })])).toEqual([[0, '要点（甲）', false]])
    expect(await before([asked('要点（甲）', { startsOn: '2001-01-01', endsOn: '2001-12-31' })])).toEqual([])
    expect(await before([asked('别的', { documentNumber: '' })])).toEqual([])
  })
  test('is noticed by its file, whatever it is called', async () => {
    const sha = sha256('再来一次')
    await importFile(['文件里的计划'], { sha })
    expect(await before([asked('改了名')], sha)).toEqual([[null, '文件里的计划', true]])
    expect(await before([asked('文件里的计划')], sha)).toEqual([[0, '文件里的计划', true]])
  })
})
