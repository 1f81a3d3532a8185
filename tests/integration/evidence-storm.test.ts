import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty } from '../support/actors'
import { attachFile, freshPath, headersOf, PDF, putFile } from '../support/evidence-files'
import { draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { obligation, review, saveDraft } from '../support/reports'
import { seededRandom } from '../support/seeded-random'
import { openUpload, type SlowUpload } from '../support/slow-upload'

/** CI sets 200, on PostgreSQL, where requests really run beside each other. */
const ROUNDS = Number(process.env['STORM_ROUNDS'] ?? 15)
const STEPS = 10
const SEED = 20_261_127

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(
    county,
    draft(Array.from({ length: ROUNDS }, (_, round) => ({ number: `${round}`, units: [['教育局', 'lead']] as const }))),
  )
})
afterAll(() => county.stop())

/** Everything a unit and its reviewer can do with a few addresses, in whatever order; every step may be refused. */
class Round {
  readonly #slow: { upload: SlowUpload; rest: string }[] = []
  readonly #paths = Array.from({ length: 2 }, () => freshPath(county.units.教育局))
  #reportId = ''
  #revision = 0
  #content = 0

  constructor(
    private readonly number: number,
    private readonly random: () => number,
    private readonly headers: Record<string, string>,
  ) {}

  async open(): Promise<void> {
    const saved = await saveDraft(county.education, obligation(plan.tasks[`${this.number}`], '教育局'), {
      percent: 100,
    })
    this.#reportId = saved.report_id
    this.#revision = saved.revision
  }

  /** Begins a step; half of them are waited for. */
  async step(): Promise<unknown> {
    const steps = [
      this.#upload,
      this.#openSlow,
      this.#finishSlow,
      this.#remove,
      this.#attach,
      this.#attach,
      this.#handIn,
      this.#approve,
      this.#signAndReplace,
    ]
    const running = (this.#pick(steps) ?? this.#upload).call(this).catch(() => undefined)
    return this.random() < 0.5 ? running : undefined
  }

  /** The usual way to the end, so that enough rounds have something to lose; then what was held back arrives. */
  async close(): Promise<void> {
    for (const step of [this.#upload, this.#attach, this.#handIn, this.#approve])
      await step.call(this).catch(() => undefined)
    while (this.#slow.length > 0) await this.#finishSlow().catch(() => undefined)
    for (const step of [this.#remove, this.#upload, this.#signAndReplace]) await step.call(this).catch(() => undefined)
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.random() * from.length)]
  }

  #words(): string {
    this.#content += 1
    return `${PDF}round ${this.number}, content ${this.#content}`
  }

  #path(): string {
    return this.#pick(this.#paths) ?? ''
  }

  async #upload(): Promise<void> {
    await putFile(county.education, this.#path(), this.#words())
  }

  async #openSlow(): Promise<void> {
    const words = this.#words()
    const headers = { ...this.headers, 'content-type': 'application/pdf', 'x-upsert': 'true' }
    const upload = openUpload(
      `${county.stack.url}/storage/v1/object/evidence/${this.#path()}`,
      headers,
      words.length,
      this.random() < 0.5 ? 'POST' : 'PUT',
    )
    this.#slow.push({ upload, rest: words.slice(3) })
    await upload.send(words.slice(0, 3))
  }

  async #finishSlow(): Promise<void> {
    const slow = this.#slow.shift()
    if (slow !== undefined) await slow.upload.finish(slow.rest)
  }

  async #remove(): Promise<void> {
    await county.colleague.client.storage.from('evidence').remove([this.#path()])
  }

  async #attach(): Promise<void> {
    await attachFile(county.education, county.units.教育局, this.#reportId, this.#path())
  }

  async #handIn(): Promise<void> {
    const { data } = await county.education.client.rpc('submit_report', {
      p_report_id: this.#reportId,
      p_expected_revision: this.#revision,
    })
    if (data !== null) this.#revision += 1
  }

  async #approve(): Promise<void> {
    const { data } = await county.lead.client
      .from('report_submissions')
      .select('id')
      .eq('report_id', this.#reportId)
      .is('decision', null)
    for (const { id } of data ?? []) await review(county.lead, id, 'approved')
  }

  async #signAndReplace(): Promise<void> {
    const path = this.#path()
    const files = county.education.client.storage.from('evidence')
    const signed = await files.createSignedUploadUrl(path, { upsert: true })
    if (signed.data)
      await files.uploadToSignedUrl(path, signed.data.token, Buffer.from(this.#words()), {
        contentType: 'application/pdf',
        upsert: true,
      })
    await files.upload(path, Buffer.from(this.#words()), { contentType: 'application/pdf', upsert: true })
    await files.createSignedUrl(path, 60)
  }
}

test(`whatever happens in ${ROUNDS} interleavings, approved evidence reads back as it was handed in`, async () => {
  const headers = await headersOf(county, county.education)
  for (let number = 0; number < ROUNDS; number += 1) {
    const round = new Round(number, seededRandom(SEED + number), headers)
    await round.open()
    const running: unknown[] = []
    for (let step = 0; step < STEPS; step += 1) running.push(await round.step())
    await round.close()
    await Promise.all(running)
  }
  const approved = await county.stack.sql<{ path: string; sha256: string }>(
    `select e.storage_path as path, se.content_sha256 as sha256 from public.report_submissions s
     join public.submission_evidence se on se.submission_id = s.id join public.evidence e on e.id = se.evidence_id
     where s.decision = 'approved'`,
  )
  const read = await Promise.all(
    approved.map(async ({ path, sha256 }) => {
      const file = (await county.lead.client.storage.from('evidence').download(path)).data
      const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? [] : [path]
    }),
  )
  expect(read.flat()).toEqual([])
  // Enough of the rounds came to an end for this to mean something.
  expect(approved.length).toBeGreaterThan(ROUNDS / 2)
}, 600_000)
