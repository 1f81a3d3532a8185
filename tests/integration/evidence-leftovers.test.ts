import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinByInvitation, okay, openCounty } from '../support/actors'
import { attachFile, freshPath, headersOf, PDF, putFile, readFileAs } from '../support/evidence-files'
import { issuePlan } from '../support/issued-plan'
import { obligation, saveDraft } from '../support/reports'
import { openUpload } from '../support/slow-upload'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

/** Bytes that lie in the store, whoever put them there. */
async function storedBytes(): Promise<number> {
  const names = await readdir(county.stack.filesFolder, { recursive: true })
  const sizes = await Promise.all(
    names.filter((name) => !name.endsWith('.json')).map(async (name) => stat(join(county.stack.filesFolder, name))),
  )
  return sizes.filter((each) => each.isFile()).reduce((sum, { size }) => sum + size, 0)
}

const begin = async (unit: string, actor: Parameters<typeof headersOf>[1], length: number) => {
  const path = freshPath(unit)
  const upload = openUpload(
    `${county.stack.url}/storage/v1/object/evidence/${path}`,
    { ...(await headersOf(county, actor)), 'content-type': 'application/pdf' },
    length,
  )
  await upload.send(PDF)
  return { path, upload }
}

test('uploads that share the last free space leave on the disk what was accepted, and no more', async () => {
  const unit = county.units.财政局
  const size = 100_000
  await county.stack.sql(
    `insert into storage.objects (bucket_id, name, metadata) values ('evidence', $1, jsonb_build_object('size', 5368709120 - $2::bigint))`,
    [freshPath(unit), 2.5 * size],
  )
  const before = await storedBytes()
  const uploads = await Promise.all(Array.from({ length: 8 }, () => begin(unit, county.outsider, size)))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const answers = await Promise.all(uploads.map(({ upload }) => upload.finish('x'.repeat(size - PDF.length))))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  expect((await storedBytes()) - before).toBe(2 * size)
}, 60_000)

test('an upload that ends after its account was shut out leaves nothing', async () => {
  const leaver = await joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
  const { path, upload } = await begin(county.units.教育局, leaver, 100)
  await new Promise((resolve) => setTimeout(resolve, 300))
  okay(
    await county.lead.client.rpc('set_account_disabled', {
      p_user_id: leaver.userId,
      p_is_disabled: true,
      p_reason: '调离',
    }),
  )
  expect((await upload.finish('x'.repeat(100 - PDF.length))).status).toBe(401)
  expect(await readFileAs(county.colleague, path)).toBeUndefined()
  expect(await county.stack.sql('select from storage.objects where name = $1', [path])).toEqual([])
})

test('a completing report never stands without evidence, whatever is detached at the same moment', async () => {
  const { tasks } = await issuePlan(county)
  const owed = obligation(tasks['1'], '教育局')
  const path = freshPath(county.units.教育局)
  okay(await putFile(county.education, path, `${PDF}x`))
  const { report_id, revision } = await saveDraft(county.education, owed, { percent: 100 })
  const evidenceId = await attachFile(county.education, county.units.教育局, report_id, path)
  await Promise.all([
    county.colleague.client.from('report_evidence').delete().eq('report_id', report_id).eq('evidence_id', evidenceId),
    county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }),
  ])
  const bare = await county.stack.sql(
    'select from public.report_submissions s where percent = 100 and not exists (select from public.submission_evidence e where e.submission_id = s.id)',
  )
  expect(bare).toEqual([])
})
