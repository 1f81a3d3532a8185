import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceFileRule, evidenceMediaType } from '@/domain/reporting/evidence-file'
import { must, okay, openCounty, refusal } from '../support/actors'
import { freshPath, handInFile, PDF, putFile, readFileAs } from '../support/evidence-files'
import { issuePlan, type IssuedPlan } from '../support/issued-plan'
import { obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(county)
})
afterAll(() => county.stop())

const unit = () => county.units.教育局
const insert = (row: object) =>
  county.education.client
    .from('evidence')
    .insert({ unit_id: unit(), kind: 'file', title: '截图', file_name: '截图.pdf', ...row } as never)
    .select('*')
    .single()

describe('the facts of a file are those of what is stored', () => {
  test('whatever the client claims of size and type', async () => {
    const path = freshPath(unit())
    const words = `${PDF}佐证`
    okay(await putFile(county.education, path, words))
    for (const claim of [{ byte_size: 1 }, { media_type: 'text/html' }])
      expect(await refusal(insert({ storage_path: path, ...claim }))).toBe('42501')
    const row = okay(await insert({ storage_path: path }))
    expect(row).toMatchObject({
      byte_size: Buffer.byteLength(words),
      media_type: 'application/pdf',
      content_sha256: createHash('sha256').update(words).digest('hex'),
    })
  })

  test('and a file that arrived other than it was sent is no evidence', async () => {
    const path = freshPath(unit())
    okay(await putFile(county.education, path, `${PDF}x`))
    expect(await refusal(insert({ storage_path: path, content_sha256: 'a'.repeat(64) }))).toBe('evidence_file_changed')
  })

  test('and it never changes', async () => {
    const path = freshPath(unit())
    okay(await putFile(county.education, path, `${PDF}x`))
    const { id } = okay(await insert({ storage_path: path }))
    await expect(
      county.stack.sql(`update public.evidence set content_sha256 = 'x' where id = $1`, [id]),
    ).rejects.toThrow('evidence_is_frozen')
  })
})

describe('refused', () => {
  test.each([
    ['an empty file', '', 'pdf', 'application/pdf', /empty/],
    ['a program called PDF', 'MZ\u0090\0', 'pdf', 'application/pdf', /differs/],
    ['a page called PDF', '<!doctype html><script>1</script>', 'pdf', 'application/pdf', /differs/],
    ['a page called text', '<html>', 'txt', 'text/plain', /differs/],
    ['a program called text', 'MZ', 'txt', 'text/plain', /differs/],
    ['a picture called ZIP', '\u0089PNG\r\n\u001a\n', 'zip', 'application/zip', /differs/],
    ['a script called WPS table', '#!/bin/sh', 'et', 'application/octet-stream', /differs/],
  ])('%s', async (_name, words, extension, type, why) => {
    const path = freshPath(unit(), extension)
    const { error } = await county.education.client.storage
      .from('evidence')
      .upload(path, Buffer.from(words, 'latin1'), { contentType: type })
    expect(error?.message).toMatch(why)
    expect(await readFileAs(county.education, path)).toBeUndefined()
  })

  test('a type that is not that of the ending', async () => {
    const path = freshPath(unit(), 'docx')
    okay(await putFile(county.education, path, `${PDF}x`))
    expect(await refusal(insert({ storage_path: path, file_name: 'a.docx' }))).toBe('evidence_type_differs')
  })

  test.each([
    ['a name of a million characters', `${'长'.repeat(1_000_000)}.pdf`],
    ['a line break', 'a\nb.pdf'],
    ['an ending turned round', 'a\u202Efdp.exe.pdf'],
    ['a folder', '../a.pdf'],
    ['another ending', 'a.exe'],
    ['no ending', 'a'],
    ['nothing', ''],
    ['nothing before its ending', ' .pdf'],
    ['an unseen space', 'a\u200Bb.pdf'],
    ['an unseen tag', 'a\u{E0041}.pdf'],
    ['a NUL', 'a\u0001.pdf'],
  ])('a file name with %s', async (_name, file_name) => {
    const path = freshPath(unit())
    okay(await putFile(county.education, path, `${PDF}x`))
    const { error } = await insert({ storage_path: path, file_name })
    expect(error?.code).toBe('23514')
    expect(okay(await county.education.client.from('evidence').select('id').eq('storage_path', path))).toEqual([])
  })

  test.each([
    ['title', '标题\u202E反'],
    ['title', '标\n题'],
    ['url', 'https://e.cn/\u202Ea'],
  ])('a %s that is not read as it is written', async (column, words) => {
    const link = { kind: 'link', title: '公开页面', url: 'https://e.cn', file_name: null, [column]: words }
    expect((await insert(link)).error?.code).toBe('23514')
  })

  test('more than a unit’s share', async () => {
    const held = freshPath(county.units.财政局)
    const size = 5_368_709_120 - 8
    await county.stack.sql(
      `insert into storage.objects (bucket_id, name, metadata) values ('evidence', $1, jsonb_build_object('size', $2::bigint))`,
      [held, size],
    )
    const { error } = await putFile(county.outsider, freshPath(county.units.财政局), `${PDF}0`)
    expect(error?.message).toBe('evidence_quota_exceeded')
    expect((await putFile(county.education, freshPath(unit()), `${PDF}0`)).error).toBeNull()
    expect((await putFile(county.outsider, freshPath(county.units.财政局), '%PDF-1.7')).error).toBeNull()
  })
})

test('endings and their types are the same in the app and in the database', async () => {
  for (const extension of [...evidenceFileRule.extensions, 'exe', 'html', 'svg']) {
    const [row] = await county.stack.sql<{ type: string | null }>('select private.evidence_media_type($1) as type', [
      `x.${extension}`,
    ])
    expect(row?.type ?? 'none', extension).toBe(
      evidenceFileRule.extensions.includes(extension) ? evidenceMediaType(`x.${extension}`) : 'none',
    )
  }
})

test('the fingerprint is kept with what was handed in', async () => {
  const path = freshPath(unit())
  const words = `${PDF}${randomUUID()}`
  okay(await putFile(county.education, path, words))
  const submissionId = await handInFile(county.education, unit(), obligation(plan.tasks['1'], '教育局'), path)
  const rows = okay(
    await county.lead.client.from('submission_evidence').select('content_sha256').eq('submission_id', submissionId),
  )
  expect(must(rows[0]).content_sha256).toBe(createHash('sha256').update(words).digest('hex'))
})

test('what a unit has not handed in yet is read by nobody else', async () => {
  const path = freshPath(unit())
  okay(await putFile(county.education, path, `${PDF}draft`))
  const { id } = okay(await insert({ storage_path: path }))
  for (const actor of [county.lead, county.leadership, county.civil, county.outsider]) {
    expect(await readFileAs(actor, path)).toBeUndefined()
    expect(okay(await actor.client.from('evidence').select('id').eq('id', id))).toEqual([])
    expect((await actor.client.storage.from('evidence').createSignedUrl(path, 60)).data).toBeNull()
  }
  expect(await readFileAs(county.colleague, path)).toBe(`${PDF}draft`)
})
