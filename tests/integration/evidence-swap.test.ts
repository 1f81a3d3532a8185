import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed } from '../support/actors'
import { attachFile, freshPath, handInFile, headersOf, PDF, putFile, readFileAs } from '../support/evidence-files'
import { draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { obligation, review, saveDraft } from '../support/reports'
import { openUpload } from '../support/slow-upload'

const HONEST = `${PDF}handed in`
const OTHER = `${PDF}swapped!!`

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
/** A task of 教育局 alone for each attack, so that none meets what another left. */
let next = 0
beforeAll(async () => {
  county = await openCounty()
  const tasks = Array.from({ length: 40 }, (_, index) => ({ number: `${index}`, units: [['教育局', 'lead']] as const }))
  plan = await issuePlan(county, draft(tasks))
})
afterAll(() => county.stop())

const owed = () => obligation(plan.tasks[`${next++}`], '教育局')
const unit = () => county.units.教育局
const post = async (path: string, init: RequestInit = {}) =>
  fetch(`${county.stack.url}/storage/v1/${path}`, {
    method: 'POST',
    ...init,
    headers: { ...(await headersOf(county, county.education)), ...init.headers },
  })

/** Uses whatever an answer holds that looks like a token to put other bytes at `path`. */
async function useToken(answer: Response, path: string): Promise<void> {
  const token = /"token":"([^"]+)"|token=([^"&\\]+)/.exec(await answer.text())
  const found = token?.[1] ?? token?.[2] ?? 'none'
  for (const verb of ['upload/sign', 'upload/%73ign', 'sign']) {
    await fetch(`${county.stack.url}/storage/v1/object/${verb}/evidence/${path}?token=${found}`, {
      method: 'PUT',
      headers: { apikey: county.stack.publishableKey, 'content-type': 'application/pdf', 'x-upsert': 'true' },
      body: OTHER,
    })
  }
}

async function approve(submissionId: string): Promise<void> {
  await succeed(review(county.lead, submissionId, 'approved'))
}

describe('a file that was approved stays the file that was handed in', () => {
  test.each([
    'object/upload/sign/evidence/PATH',
    'object/upload/%73ign/evidence/PATH',
    'object/%75pload/sign/evidence/PATH',
    'object/upload//sign/evidence/PATH',
    'object/./upload/sign/evidence/PATH',
    'object/sign/../upload/sign/evidence/PATH',
    'object/sign/%2e%2e/upload/sign/evidence/PATH',
    'object/upload%2Fsign/evidence/PATH',
  ])('whatever upload address is asked for by %s', async (route) => {
    const path = freshPath(unit())
    const answer = await post(`${route.replace('PATH', path)}`, {
      headers: { 'x-upsert': 'true', 'content-type': 'application/json' },
      body: '{}',
    })
    okay(await putFile(county.education, path, HONEST))
    await approve(await handInFile(county.education, unit(), owed(), path))
    await useToken(answer, path)
    expect(await readFileAs(county.lead, path)).toBe(HONEST)
  })

  test.each([
    '../../upload/sign/evidence/PATH',
    '../upload/sign/evidence/PATH',
    '..%2F..%2Fupload/sign/evidence/PATH',
    '%2e%2e/%2e%2e/upload/sign/evidence/PATH',
  ])('whatever address is signed among many for %s', async (name) => {
    const path = freshPath(unit())
    const body = JSON.stringify({ expiresIn: 60, paths: [name.replace('PATH', path)] })
    const answer = await post('object/sign/evidence', {
      headers: { 'x-upsert': 'true', 'content-type': 'application/json' },
      body,
    })
    okay(await putFile(county.education, path, HONEST))
    await approve(await handInFile(county.education, unit(), owed(), path))
    await useToken(answer, path)
    expect(await readFileAs(county.lead, path)).toBe(HONEST)
  })

  test.each(['POST', 'PUT'])('when a slow %s that began before ends after', async (method) => {
    const path = freshPath(unit())
    const headers = {
      ...(await headersOf(county, county.education)),
      'content-type': 'application/pdf',
      'x-upsert': 'true',
    }
    const slow = openUpload(`${county.stack.url}/storage/v1/object/evidence/${path}`, headers, OTHER.length, method)
    await slow.send(OTHER.slice(0, 3))
    await new Promise((resolve) => setTimeout(resolve, 100))
    okay(await putFile(county.education, path, HONEST))
    await approve(await handInFile(county.education, unit(), owed(), path))
    const { status } = await slow.finish(OTHER.slice(3))
    expect(await readFileAs(county.lead, path)).toBe(HONEST)
    expect(await readFileAs(county.education, path)).toBe(HONEST)
    expect(status).toBeGreaterThanOrEqual(400)
  })

  test('when it is taken away and handed in at the same moment, twenty times over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const path = freshPath(unit())
      okay(await putFile(county.education, path, HONEST))
      const { report_id, revision } = await saveDraft(county.education, owed(), { percent: 100 })
      await attachFile(county.education, unit(), report_id, path)
      const submit = () =>
        county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision })
      const remove = () => county.colleague.client.storage.from('evidence').remove([path])
      const [handedIn] = await (round % 2 === 0
        ? Promise.all([submit(), remove()])
        : Promise.all([remove(), submit()]).then(([, first]) => [first] as const))
      const isApproved =
        handedIn.error === null &&
        (await refusal(review(county.lead, must(handedIn.data), 'approved'))) === 'went through'
      await putFile(county.education, path, OTHER)
      await county.colleague.client.storage.from('evidence').remove([path])
      await putFile(county.education, path, OTHER)
      expect(await readFileAs(county.lead, path), isApproved ? 'approved' : 'not approved').toBe(
        isApproved ? HONEST : undefined,
      )
    }
  })

  test('when whoever holds the service’s own key takes it away or puts another there', async () => {
    const path = freshPath(unit())
    okay(await putFile(county.education, path, HONEST))
    await approve(await handInFile(county.education, unit(), owed(), path))
    const asService = (change: string) => county.stack.sql(change, [path])
    await expect(asService('delete from storage.objects where name = $1')).rejects.toThrow('submission_is_frozen')
    await expect(asService("update storage.objects set metadata = '{}' where name = $1")).rejects.toThrow(
      'submission_is_frozen',
    )
    await expect(asService("update storage.objects set name = name || 'x' where name = $1")).rejects.toThrow(
      'submission_is_frozen',
    )
    await expect(asService("insert into storage.objects (bucket_id, name) values ('evidence', $1)")).rejects.toThrow(
      'evidence_path_is_taken',
    )
    expect(await readFileAs(county.lead, path)).toBe(HONEST)
  })
})

test('a report whose file changed in Storage after it was handed in is not approved', async () => {
  const path = freshPath(unit())
  okay(await putFile(county.education, path, HONEST))
  const submissionId = await handInFile(county.education, unit(), owed(), path, 60)
  const withoutGuards = async (change: string) => {
    await county.stack.sql('alter table storage.objects disable trigger user')
    await county.stack.sql(change, [path])
    await county.stack.sql('alter table storage.objects enable trigger user')
  }
  await withoutGuards(`update storage.objects set metadata = metadata || '{"sha256":"00"}' where name = $1`)
  expect(await refusal(review(county.lead, submissionId, 'approved'))).toBe('evidence_file_changed')
  expect(await refusal(county.lead.client.rpc('approve_reports', { p_submission_ids: [submissionId] }))).toBe(
    'evidence_file_changed',
  )
  await withoutGuards('delete from storage.objects where name = $1')
  expect(await refusal(review(county.lead, submissionId, 'approved'))).toBe('evidence_file_not_stored')
})

test('a session cannot be ended, nor anything else reached, through the names of files to sign', async () => {
  const actor = county.civil
  const headers = { ...(await headersOf(county, actor)), 'content-type': 'application/json' }
  for (const name of [
    '../../../../../auth/v1/logout',
    '../../../../../auth/v1/logout?scope=global',
    '..\\..\\..\\..\\auth\\v1\\logout',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/auth/v1/logout',
  ]) {
    await fetch(`${county.stack.url}/storage/v1/object/sign/evidence`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ expiresIn: 60, paths: [name] }),
    })
  }
  expect((await actor.client.auth.refreshSession()).error).toBeNull()
})
