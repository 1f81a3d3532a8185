import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, type Actor, type Client } from '../support/actors'
import { issuePlan, type IssuedPlan } from '../support/issued-plan'
import { obligation, saveDraft } from '../support/reports'

const BUCKET = 'evidence'
const PDF = 'application/pdf'
let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
/** Handed in by 教育局 on task 1, which 民政局 shares. */
let handedIn: string
/** Stored by 教育局 and never handed in. */
let kept: string

const files = (client: Client) => client.storage.from(BUCKET)
const path = (unitId: string, extension = 'pdf') => `${unitId}/${randomUUID()}.${extension}`
const put = (actor: Pick<Actor, 'client'>, to: string, words = '%PDF-1.7 佐证', contentType = PDF, upsert = false) =>
  files(actor.client).upload(to, Buffer.from(words), { contentType, upsert })
const textOf = async (client: Client, from: string) => (await files(client).download(from)).data?.text()

beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(county)
  ;[handedIn, kept] = [path(county.units.教育局), path(county.units.教育局)]
  for (const each of [handedIn, kept]) okay(await put(county.education, each))
  const { report_id, revision } = await saveDraft(county.education, obligation(plan.tasks['1'], '教育局'), {
    percent: 100,
  })
  await attachFile(report_id, handedIn)
  okay(await county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }))
})
afterAll(() => county.stop())

async function attachFile(reportId: string, storagePath: string): Promise<void> {
  const row = {
    unit_id: county.units.教育局,
    kind: 'file' as const,
    title: '截图',
    storage_path: storagePath,
    file_name: '截图 一.pdf',
  }
  const { id } = okay(await county.education.client.from('evidence').insert(row).select('id').single())
  expect(
    await refusal(county.education.client.from('report_evidence').insert({ report_id: reportId, evidence_id: id })),
  ).toBe('went through')
}

describe('uploading', () => {
  test('department_can_upload into its own folder', async () => {
    expect((await put(county.colleague, path(county.units.教育局))).error).toBeNull()
  })
  test.each(['lead', 'leadership', 'civil', 'outsider'] as const)(
    '%s_cannot_upload into the folder of 教育局',
    async (actor) => {
      expect((await put(county[actor], path(county.units.教育局))).error).not.toBeNull()
    },
  )
  test('anon_cannot_upload', async () => {
    expect((await put({ client: county.anon }, path(county.units.教育局))).error).not.toBeNull()
  })
  test.each([
    ['up and over', (unit: string, other: string) => `${unit}/../${other}/${randomUUID()}.pdf`],
    ['a folder more', (unit: string) => `${unit}/more/${randomUUID()}.pdf`],
    ['no folder', () => `${randomUUID()}.pdf`],
    ['a slash in front', (unit: string) => `/${unit}/${randomUUID()}.exe`],
    ['a page', (unit: string) => path(unit, 'html')],
    ['a picture that can run', (unit: string) => path(unit, 'svg')],
    ['a program', (unit: string) => path(unit, 'exe')],
    ['two endings', (unit: string) => path(unit, 'pdf.html')],
    ['its own name', (unit: string) => `${unit}/总结.pdf`],
    ['no real id', (unit: string) => `${unit}/${'-'.repeat(36)}.pdf`],
  ])('department_cannot_upload to an odd path: %s', async (_name, at) => {
    const odd = at(county.units.教育局, county.units.民政局)
    expect((await put(county.education, odd)).error).not.toBeNull()
    expect(await county.stack.sql('select from storage.objects where name = $1', [odd])).toEqual([])
  })
  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'application/javascript'])(
    'department_cannot_store %s under the name of a PDF',
    async (type) => {
      expect((await put(county.education, path(county.units.教育局), '<script>', type)).error).not.toBeNull()
    },
  )
  test('nobody_can_make or open a bucket', async () => {
    for (const { client } of [county.lead, county.education]) {
      expect((await client.storage.createBucket('mine', { public: true })).error).not.toBeNull()
      expect((await client.storage.updateBucket(BUCKET, { public: true })).error).not.toBeNull()
      expect((await client.storage.emptyBucket(BUCKET)).error).not.toBeNull()
      expect((await client.storage.from('mine').upload('a.pdf', Buffer.from('x'))).error).not.toBeNull()
    }
    expect(await county.stack.sql('select id, public from storage.buckets order by id')).toEqual([
      { id: BUCKET, public: false },
      { id: 'source-files', public: false },
    ])
    expect(await textOf(county.lead.client, handedIn)).toBe('%PDF-1.7 佐证')
  })
})

describe('reading', () => {
  test.each(['lead', 'leadership', 'education', 'colleague', 'civil'] as const)(
    '%s_can_read what was handed in on a shared task',
    async (actor) => {
      expect(await textOf(county[actor].client, handedIn)).toBe('%PDF-1.7 佐证')
      expect((await files(county[actor].client).createSignedUrl(handedIn, 60)).error).toBeNull()
    },
  )
  test('outsider_cannot_read it, nor have an address signed for it', async () => {
    expect(await textOf(county.outsider.client, handedIn)).toBeUndefined()
    expect((await files(county.outsider.client).createSignedUrl(handedIn, 60)).error).not.toBeNull()
    const { data } = await files(county.outsider.client).createSignedUrls([handedIn], 60)
    expect((data ?? []).filter((each) => each.signedUrl)).toEqual([])
    expect((await files(county.outsider.client).copy(handedIn, path(county.units.财政局))).error).not.toBeNull()
  })
  test('civil_cannot_read what 教育局 has not handed in', async () => {
    expect(await textOf(county.civil.client, kept)).toBeUndefined()
  })
  test('anon_cannot_read, sign or list', async () => {
    expect(await textOf(county.anon, handedIn)).toBeUndefined()
    expect((await files(county.anon).createSignedUrl(handedIn, 60)).error).not.toBeNull()
    expect((await files(county.anon).list(county.units.教育局)).data ?? []).toEqual([])
    expect((await fetch(`${county.stack.url}/storage/v1/object/public/${BUCKET}/${handedIn}`)).ok).toBe(false)
  })
  test('listing shows only what may be read, and survives an odd name', async () => {
    await county.stack.sql(`insert into storage.objects (bucket_id, name) values ('evidence', $1)`, [
      `${'-'.repeat(36)}/${'-'.repeat(36)}.pdf`,
    ])
    // Hosted answers the name within the folder, lite the whole path.
    const namesFor = async (actor: Actor) =>
      ((await files(actor.client).list(county.units.教育局)).data ?? []).map(({ name }) => name.split('/').at(-1))
    const name = must(handedIn.split('/')[1])
    expect(await namesFor(county.outsider)).toEqual([])
    expect(await namesFor(county.civil)).toEqual([name])
    expect(await namesFor(county.colleague)).toContain(name)
  })
})

describe('changing', () => {
  test('department_cannot_overwrite, move or replace a file', async () => {
    expect((await put(county.education, handedIn, '改过', PDF, true)).error).not.toBeNull()
    expect(
      (await files(county.education.client).update(handedIn, Buffer.from('改过'), { contentType: PDF })).error,
    ).not.toBeNull()
    expect((await files(county.education.client).move(handedIn, path(county.units.教育局))).error).not.toBeNull()
    expect((await files(county.education.client).copy(kept, handedIn)).error).not.toBeNull()
    expect(await textOf(county.lead.client, handedIn)).toBe('%PDF-1.7 佐证')
  })
  test('department_can_delete until handed in; others and later cannot', async () => {
    const mine = path(county.units.教育局)
    okay(await put(county.education, mine))
    await files(county.civil.client).remove([mine])
    await files(county.anon).remove([mine])
    expect(await textOf(county.education.client, mine)).toBe('%PDF-1.7 佐证')
    await files(county.education.client).remove([mine, handedIn])
    expect(await textOf(county.education.client, mine)).toBeUndefined()
    expect(await textOf(county.education.client, handedIn)).toBe('%PDF-1.7 佐证')
  })
  test('a report is not handed in when its file has been taken away', async () => {
    const lost = path(county.units.教育局)
    okay(await put(county.education, lost))
    const { report_id, revision } = await saveDraft(county.education, obligation(plan.tasks['2'], '教育局'), {
      percent: 100,
    })
    await attachFile(report_id, lost)
    await files(county.education.client).remove([lost])
    expect(
      await refusal(
        county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }),
      ),
    ).toBe('evidence_file_not_stored')
  })
  test('a row for a file that is not stored, or lies in another folder, is refused', async () => {
    const row = (storage_path: string) => ({
      unit_id: county.units.民政局,
      kind: 'file' as const,
      title: 'x',
      storage_path,
      file_name: 'x.pdf',
    })
    for (const at of [path(county.units.民政局), kept, handedIn]) {
      expect(await refusal(county.civil.client.from('evidence').insert(row(at)))).toBe('evidence_file_not_stored')
    }
  })
  test('a signed upload address cannot replace what was handed in', async () => {
    const at = path(county.units.教育局)
    const signed = await files(county.education.client).createSignedUploadUrl(at, { upsert: true })
    okay(await put(county.education, at))
    const { report_id, revision } = await saveDraft(
      county.colleague,
      obligation(plan.tasks['2'], '教育局'),
      { percent: 100 },
      1,
    )
    await county.education.client.from('report_evidence').delete().eq('report_id', report_id)
    await attachFile(report_id, at)
    okay(await county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }))
    if (signed.data)
      await files(county.education.client).uploadToSignedUrl(at, signed.data.token, Buffer.from('改过'), {
        contentType: PDF,
        upsert: true,
      })
    expect(await textOf(county.lead.client, at)).toBe('%PDF-1.7 佐证')
  })
})
