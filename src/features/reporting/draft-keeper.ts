import type { SavedDraft, WorkingCopy } from '@/data/reports/working-copy'
import { toAppError } from '@/data/errors'
import type { ReportContent } from '@/domain/reporting/report-content'
import { isSameContent } from '@/domain/reporting/report-content'
import type { SavePhase } from '@/ui/SaveState'

/** What the form shows of the draft. */
export interface DraftState {
  readonly content: ReportContent
  /** The working copy on the server; null until the first save. */
  readonly reportId: string | null
  readonly phase: SavePhase
  readonly savedAt: Date | null
  readonly error: unknown
  /** The version a colleague saved in between; set until one is chosen. */
  readonly conflict: WorkingCopy | null
}

export interface DraftKeeperOptions {
  /** The working copy on the server, or null when there is none yet. */
  readonly workingCopy: WorkingCopy | null
  /** What the form starts with when there is none. */
  readonly start: ReportContent
  readonly save: (expectedRevision: number, content: ReportContent) => Promise<SavedDraft>
  /** The newest working copy on the server. */
  readonly readTheirs: () => Promise<WorkingCopy | null>
  readonly keepHere: (content: ReportContent) => void
  readonly forgetHere: () => void
}

const SAVE_AFTER_MS = 1500
const RETRY_AFTER_MS = 10_000

/**
 * Sees to it that nothing typed is lost: every change is kept on the device at once and saved shortly after; without
 * a network saving is tried again, and a colleague's version is never overwritten unseen.
 */
export class DraftKeeper {
  #state: DraftState
  #revision: number
  /** What the server has. */
  #saved: ReportContent
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<SavedDraft> | null = null
  readonly #listeners = new Set<() => void>()
  readonly #options: DraftKeeperOptions

  constructor(options: DraftKeeperOptions) {
    const { workingCopy, start } = options
    this.#options = options
    this.#revision = workingCopy?.revision ?? 0
    this.#saved = workingCopy?.content ?? start
    this.#state = {
      content: this.#saved,
      reportId: workingCopy?.id ?? null,
      phase: 'idle',
      savedAt: workingCopy === null ? null : new Date(workingCopy.updatedAt),
      error: null,
      conflict: null,
    }
  }

  readonly getState = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether something typed has not reached the server. */
  get hasUnsaved(): boolean {
    return !isSameContent(this.#state.content, this.#saved)
  }

  /** Takes a change of the form. */
  change(patch: Partial<ReportContent>): void {
    const content = { ...this.#state.content, ...patch }
    this.#set({ content, phase: this.#saving === null ? 'unsaved' : 'saving' })
    this.#options.keepHere(content)
    if (this.#state.conflict === null) this.#schedule(SAVE_AFTER_MS)
  }

  /** Saves what is typed and answers the working copy, which is started if there is none; rejects when it cannot. */
  async save(): Promise<SavedDraft> {
    clearTimeout(this.#timer)
    if (this.#saving !== null) await this.#saving.catch(() => undefined)
    const { reportId, savedAt } = this.#state
    if (reportId !== null && !this.hasUnsaved) {
      return { reportId, revision: this.#revision, savedAt: (savedAt ?? new Date()).toISOString() }
    }
    this.#saving = this.#send(this.#state.content)
    try {
      return await this.#saving
    } finally {
      this.#saving = null
      if (this.#state.phase === 'unsaved') this.#schedule(SAVE_AFTER_MS)
    }
  }

  /** Goes on from the working copy as a colleague left it, with this content. */
  async resolve(content: ReportContent): Promise<void> {
    const theirs = this.#state.conflict
    if (theirs !== null) this.#rebase(theirs)
    this.#set({ content, conflict: null, error: null })
    this.#options.keepHere(content)
    await this.save()
  }

  /** Shows a newer version from the server, unless something typed here would be lost by it. */
  follow(workingCopy: WorkingCopy): void {
    if (this.hasUnsaved || this.#saving !== null || workingCopy.revision <= this.#revision) return
    this.#rebase(workingCopy)
    this.#set({ content: workingCopy.content })
  }

  /** Stops saving by itself. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  async #send(content: ReportContent): Promise<SavedDraft> {
    this.#set({ phase: 'saving', error: null })
    try {
      const saved = await this.#options.save(this.#revision, content)
      this.#revision = saved.revision
      this.#saved = content
      if (!this.hasUnsaved) this.#options.forgetHere()
      this.#set({
        reportId: saved.reportId,
        savedAt: new Date(saved.savedAt),
        phase: this.hasUnsaved ? 'unsaved' : 'saved',
      })
      return saved
    } catch (error) {
      await this.#fail(error)
      throw error
    }
  }

  async #fail(error: unknown): Promise<void> {
    const { code } = toAppError(error)
    if (code === 'network_unreachable') {
      this.#set({ phase: 'kept-here', error: null })
      this.#schedule(RETRY_AFTER_MS)
      return
    }
    this.#set({ phase: 'failed', error })
    if (code === 'report_revision_conflict') await this.#meetTheirs()
  }

  /** Another version stands on the server: the same words need no choice, other words do. */
  async #meetTheirs(): Promise<void> {
    const theirs = await this.#options.readTheirs().catch(() => undefined)
    if (theirs === undefined) return
    if (theirs === null) {
      this.#revision = 0
      this.#set({ reportId: null, phase: 'unsaved', error: null })
    } else if (isSameContent(theirs.content, this.#state.content)) {
      this.#rebase(theirs)
      this.#options.forgetHere()
      this.#set({ phase: 'saved', error: null })
    } else {
      this.#set({ conflict: theirs, error: null })
    }
  }

  #rebase(workingCopy: WorkingCopy): void {
    this.#revision = workingCopy.revision
    this.#saved = workingCopy.content
    this.#set({ reportId: workingCopy.id, savedAt: new Date(workingCopy.updatedAt) })
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    // What failed is shown by the state; nobody waits for this promise.
    this.#timer = setTimeout(() => void this.save().catch(() => undefined), delay)
  }

  #set(patch: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...patch }
    for (const listener of this.#listeners) listener()
  }
}
