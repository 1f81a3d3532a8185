import { randomUUID } from 'node:crypto'
import { okay, type Actor, type County } from './actors'
import { saveDraft, type Obligation } from './reports'

/** What every test file begins with, so that it passes for a PDF. */
export const PDF = '%PDF-1.7 '

/** An address in a unit's folder that nothing has had yet. */
export function freshPath(unitId: string, extension = 'pdf'): string {
  return `${unitId}/${randomUUID()}.${extension}`
}

/** Puts a file into the bucket as the app does. */
export function putFile(
  { client }: Pick<Actor, 'client'>,
  path: string,
  words: string,
  contentType = 'application/pdf',
) {
  return client.storage.from('evidence').upload(path, Buffer.from(words), { contentType })
}

/** The bytes that somebody gets who downloads a file; undefined when they get none. */
export async function readFileAs({ client }: Pick<Actor, 'client'>, path: string): Promise<string | undefined> {
  return (await client.storage.from('evidence').download(path)).data?.text()
}

/** Makes a stored file a piece of evidence and attaches it to a working copy. */
export async function attachFile(actor: Actor, unitId: string, reportId: string, path: string): Promise<string> {
  const row = { unit_id: unitId, kind: 'file' as const, title: '截图', storage_path: path, file_name: '截图 一.pdf' }
  const { id } = okay(await actor.client.from('evidence').insert(row).select('id').single())
  const { error } = await actor.client.from('report_evidence').insert({ report_id: reportId, evidence_id: id })
  if (error) throw error
  return id
}

/** A report, completing unless said otherwise, with one stored file, handed in; answers its submission. */
export async function handInFile(
  actor: Actor,
  unitId: string,
  owed: Obligation,
  path: string,
  percent = 100,
): Promise<string> {
  const { report_id, revision } = await saveDraft(actor, owed, { percent })
  await attachFile(actor, unitId, report_id, path)
  return okay(await actor.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }))
}

/** What a request past supabase-js carries to be somebody. */
export async function headersOf(
  { stack }: Pick<County, 'stack'>,
  { client }: Pick<Actor, 'client'>,
): Promise<Record<string, string>> {
  const token = (await client.auth.getSession()).data.session?.access_token ?? ''
  return { apikey: stack.publishableKey, authorization: `Bearer ${token}` }
}
