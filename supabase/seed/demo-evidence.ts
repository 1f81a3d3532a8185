import { createHash, randomUUID } from 'node:crypto'
import { createClient } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import type { DemoAct, ReportDeed } from './demo-acts'
import type { DemoActors } from './demo-accounts'
import { quoted } from './demo-moments'
import { evidenceLink } from './demo-words'

/** A file that lies in Storage and is no evidence yet. */
export interface EvidenceFile {
  readonly id: string
  readonly storagePath: string
  readonly fileName: string
  readonly sha256: string
}

/** How Storage is reached. */
export interface StorageAccess {
  readonly url: string
  readonly publishableKey: string
  readonly password: string
  /** The unit's id goes before the name of its files. */
  readonly actors: DemoActors
}

/** Uploads the files that some of the acts bring, each in the name of its unit, through the API as a browser does. */
export async function uploadFiles(
  access: StorageAccess,
  acts: readonly DemoAct[],
): Promise<Map<ReportDeed, EvidenceFile>> {
  const reports = acts.filter((act): act is ReportDeed => act.deed === 'hand_in' && act.evidence === 'file')
  const files = new Map<ReportDeed, EvidenceFile>()
  for (const unit of new Set(reports.map(({ owed }) => owed.unit))) {
    const email = access.actors.ofUnit.get(unit)?.email ?? ''
    const client = await signIn(access, email)
    for (const report of reports.filter(({ owed }) => owed.unit === unit)) {
      files.set(report, await upload(client, report))
    }
    await client.auth.signOut()
  }
  return files
}

async function signIn({ url, publishableKey, password }: StorageAccess, email: string) {
  const client = createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own; nothing here listens to changes.
    realtime: { transport: WebSocket as never },
  })
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  return client
}

type SignedIn = Awaited<ReturnType<typeof signIn>>

async function upload(client: SignedIn, { owed, words }: ReportDeed): Promise<EvidenceFile> {
  const id = randomUUID()
  const storagePath = `${owed.unit_id}/${id}.csv`
  const content = Buffer.from(`\u{feff}${ledgerOf(owed.title, owed.unit, words)}`, 'utf8')
  const { error } = await client.storage.from('evidence').upload(storagePath, content, { contentType: 'text/csv' })
  if (error) throw error
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { id, storagePath, fileName: `${owed.title.slice(0, 20)}公开台账.csv`, sha256 }
}

/** A small table of what was made public. */
function ledgerOf(title: string, unit: string, words: number): string {
  const lines = Array.from({ length: 3 + (words % 4) }, (_, index) =>
    [index + 1, `${title}（第${index + 1}批）`, unit, evidenceLink(title, words + index).url].join(','),
  )
  return ['序号,公开内容,公开单位,公开地址', ...lines, ''].join('\r\n')
}

/** Makes a link or an uploaded file evidence of the caller's unit and attaches it to the working copy. */
export function evidenceStatements(
  { owed, words }: ReportDeed,
  report: string,
  file: EvidenceFile | undefined,
): string[] {
  const link = evidenceLink(owed.title, words)
  const id = quoted(file?.id ?? randomUUID())
  const about = `${id}, ${quoted(owed.unit_id)}, ${quoted(link.title)}`
  return [
    file === undefined
      ? `insert into public.evidence (id, unit_id, title, kind, url) values (${about}, 'link', ${quoted(link.url)})`
      : `insert into public.evidence (id, unit_id, title, kind, storage_path, file_name, content_sha256)
         values (${about}, 'file', ${quoted(file.storagePath)}, ${quoted(file.fileName)}, ${quoted(file.sha256)})`,
    `insert into public.report_evidence (report_id, evidence_id) values (${report}, ${id})`,
  ]
}
