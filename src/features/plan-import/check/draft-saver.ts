import { toAppError } from '@/data/errors'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { SavePhase } from '@/lib/autosave'
import type { BackupStore } from './draft-backup'
import { removeBackup, writeBackup } from './draft-backup'

export interface SaverState {
  readonly phase: SavePhase
  readonly savedAt: Date | null
  readonly revision: number
  /** A colleague saved meanwhile; nothing is saved until the clerk chooses. */
  readonly isConflict: boolean
  readonly error: unknown
}

interface SaverOptions {
  readonly planId: string
  readonly revision: number
  readonly savedAt: Date
  readonly save: (planId: string, expectedRevision: number, draft: PlanDraft) => Promise<number>
  readonly store: BackupStore
  readonly delayMs?: number
  readonly retryMs?: number
}

const DELAY_MS = 1_200
const RETRY_MS = 15_000

/**
 * Saves a draft a moment after each edit, one save at a time. What cannot be saved is kept on the device and
 * tried again; a colleague's newer revision stops everything until the clerk has chosen.
 */
export class DraftSaver {
  private state: SaverState
  private pending: PlanDraft | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly options: SaverOptions) {
    this.state = { phase: 'idle', savedAt: options.savedAt, revision: options.revision, isConflict: false, error: null }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getState = (): SaverState => this.state

  /** Whether something typed is not on the server yet. */
  get isDirty(): boolean {
    return this.pending !== null || this.running !== null
  }

  /** Takes the latest draft, to be saved soon. */
  change(draft: PlanDraft): void {
    this.pending = draft
    if (this.state.isConflict) return this.keepHere()
    this.set({ phase: this.running === null ? 'unsaved' : 'saving' })
    this.schedule(this.options.delayMs ?? DELAY_MS)
  }

  /** Saves at once; true when everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.running !== null) await this.running
    if (this.pending !== null && !this.state.isConflict) {
      this.running = this.saveOnce()
      await this.running
    }
    return !this.isDirty
  }

  /** Saves these edits over what the colleague saved. */
  overwrite(theirRevision: number): Promise<boolean> {
    this.set({ revision: theirRevision, isConflict: false })
    return this.flush()
  }

  /** Goes on from what the colleague saved; the edits here are given up. */
  adopt(theirRevision: number): void {
    clearTimeout(this.timer)
    this.pending = null
    removeBackup(this.options.store, this.options.planId)
    this.set({ phase: 'saved', revision: theirRevision, isConflict: false, error: null, savedAt: new Date() })
  }

  /** Keeps unsaved edits on the device and sends them once more; for when the page is left. */
  leave(): void {
    clearTimeout(this.timer)
    if (this.pending === null) return
    this.keepHere()
    if (!this.state.isConflict) void this.flush()
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), delay)
  }

  private async saveOnce(): Promise<void> {
    const draft = this.pending
    const { planId, save, store } = this.options
    if (draft === null) return
    this.pending = null
    this.set({ phase: 'saving', error: null })
    try {
      const revision = await save(planId, this.state.revision, draft)
      this.running = null
      if (!this.hasPending()) removeBackup(store, planId)
      this.set({ phase: this.hasPending() ? 'unsaved' : 'saved', revision, savedAt: new Date() })
    } catch (error) {
      this.running = null
      this.pending ??= draft
      this.fail(error)
    }
  }

  /** A method, because an edit may arrive while a save is awaited. */
  private hasPending(): boolean {
    return this.pending !== null
  }

  private fail(error: unknown): void {
    const { code } = toAppError(error)
    this.keepHere()
    if (code === 'plan_draft_revision_conflict') return this.set({ phase: 'failed', isConflict: true, error })
    const isOffline = code === 'network_unreachable'
    this.set({ phase: isOffline ? 'kept-here' : 'failed', error })
    if (isOffline) this.schedule(this.options.retryMs ?? RETRY_MS)
  }

  private keepHere(): void {
    if (this.pending === null) return
    const { planId, store } = this.options
    writeBackup(store, planId, {
      baseRevision: this.state.revision,
      keptAt: new Date().toISOString(),
      draft: this.pending,
    })
  }

  private set(change: Partial<SaverState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
