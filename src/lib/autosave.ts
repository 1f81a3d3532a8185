import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DeviceCopy } from './device-copy'
import type { Saved, SavedVersion } from './saved-version'

export type SavePhase = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed' | 'kept-here'

interface AutosaveState<Content, Id extends string> extends Omit<Saved<Id>, 'id' | 'savedAt'> {
  readonly content: Content
  /** The record on the server; null until the first save. */
  readonly id: Id | null
  readonly savedAt: Date | null
  readonly phase: SavePhase
  readonly error: unknown
  /** The version that somebody else saved in between; nothing is saved until one is chosen. */
  readonly conflict: SavedVersion<Content, Id> | null
}

/** Why a save failed: no network, somebody else saved since, or the server will not have it. */
export type SaveFailure = 'offline' | 'conflict' | 'refused'

export interface AutosaveOptions<Content, Id extends string> {
  /** What the server has; null where there is nothing yet. */
  readonly saved: SavedVersion<Content, Id> | null
  /** What is there to be edited at first; what of it the server does not have yet is saved as if typed. */
  readonly start: Content
  readonly isSame: (a: Content, b: Content) => boolean
  /** Saves if nobody else has since that revision; 0 where there is nothing yet. */
  readonly save: (expectedRevision: number, content: Content) => Promise<Saved<Id>>
  /** The newest version on the server; null when there is none any more. */
  readonly readTheirs: () => Promise<SavedVersion<Content, Id> | null>
  readonly failureOf: (error: unknown) => SaveFailure
  readonly device: Pick<DeviceCopy<Content>, 'keep' | 'forget'>
  /** A pause in the typing after which it is kept on the device; left out, every change is kept at once. */
  readonly keepAfterMs?: number
}

type Failure = { readonly error: unknown }

const SAVE_AFTER_MS = 1_500
const RETRY_AFTER_MS = 10_000

/**
 * Sees to it that nothing typed is lost: every change is kept on the device and saved shortly after, one save at a
 * time. Without a network saving is tried again, and what somebody else saved is never overwritten unseen.
 */
export class Autosave<Content, Id extends string> {
  /** What is there, and how safe it is. */
  readonly store: StoreApi<AutosaveState<Content, Id>>
  readonly #options: AutosaveOptions<Content, Id>
  /** What the server has, or what it is to start with. */
  #saved: Content
  /** Sent without an answer: any of it may have arrived. */
  #sent: Content[] = []
  #attempt: Promise<Failure | null> | null = null
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #keepTimer: ReturnType<typeof setTimeout> | undefined
  #isOpen = true
  /** Whether what the device keeps is from here; a copy from before is somebody's to take back, not to be forgotten. */
  #isKeeping = false

  constructor(options: AutosaveOptions<Content, Id>) {
    const { saved, start } = options
    this.#options = options
    this.#saved = saved === null ? start : saved.content
    this.store = createStore<AutosaveState<Content, Id>>(() => ({
      content: start,
      id: saved?.id ?? null,
      revision: saved?.revision ?? 0,
      savedAt: saved?.savedAt ?? null,
      phase: 'idle',
      error: null,
      conflict: null,
    }))
  }

  /** Whether something typed may not have reached the server. */
  get hasUnsaved(): boolean {
    // What is on its way counts: it may have been undone meanwhile.
    return this.#isChanged || this.store.getState().phase === 'saving'
  }

  /** Begins to save by itself. */
  open(): void {
    this.#isOpen = true
    if (this.hasUnsaved) this.#settle()
  }

  /** Takes what is there now, to be saved soon. */
  change(content: Content): void {
    this.store.setState({ content })
    this.#settle()
  }

  /** Saves at once; answers the record once everything is on the server, beginning it if there is none; else rejects. */
  async flush(): Promise<Omit<Saved<Id>, 'savedAt'>> {
    const failure = await this.#saveOnce()
    if (failure !== null) throw failure.error
    const { id, revision } = this.store.getState()
    return id === null || this.#isChanged ? this.flush() : { id, revision }
  }

  /** Ends a conflict: goes on from what the other saved, with this content. */
  async resolve(content: Content): Promise<void> {
    const { conflict } = this.store.getState()
    if (conflict === null) return
    this.#adopt(conflict, content)
    this.#settle()
    if (this.hasUnsaved) await this.flush()
  }

  /** Shows a newer version from the server, unless something typed here would be lost by it. */
  follow(version: SavedVersion<Content, Id>): void {
    if (!this.hasUnsaved && version.revision > this.store.getState().revision) this.#adopt(version)
  }

  /** Keeps on the device what has not reached the server; answers whether it is safe. */
  keep(): boolean {
    clearTimeout(this.#keepTimer)
    const { content, revision } = this.store.getState()
    return !this.hasUnsaved || this.#options.device.keep(content, revision)
  }

  /** Saves what is unsaved, if that can be done; what cannot is told by the state. */
  retry(): void {
    if (this.hasUnsaved) void this.#saveOnce()
  }

  /** Keeps what is unsaved on the device and sends it once more; for when the page may be left. */
  leave(): void {
    this.keep()
    this.retry()
  }

  /** Stops saving by itself, after one last time. */
  close(): void {
    this.#isOpen = false
    this.leave()
  }

  /** Gives up what is not saved; for when there is nothing left to save it to. */
  giveUp(): void {
    this.#isOpen = false
    this.#saved = this.store.getState().content
    this.store.setState({ phase: 'saved' })
    this.#forget()
  }

  get #isChanged(): boolean {
    return !this.#options.isSame(this.store.getState().content, this.#saved)
  }

  /** One attempt to save what is there by then, after the one under way; null unless it failed. */
  async #saveOnce(): Promise<Failure | null> {
    clearTimeout(this.#saveTimer)
    while (this.#attempt !== null) await this.#attempt
    const { id, conflict, error } = this.store.getState()
    if (conflict !== null) return { error }
    if (id !== null && !this.#isChanged) return null
    this.#attempt = this.#send().finally(() => (this.#attempt = null))
    return this.#attempt
  }

  async #send(): Promise<Failure | null> {
    const { content, revision } = this.store.getState()
    this.store.setState({ phase: 'saving', error: null })
    this.#sent.push(content)
    try {
      const saved = await this.#options.save(revision, content)
      this.#saved = content
      this.#sent = []
      this.store.setState({ id: saved.id, revision: saved.revision, savedAt: saved.savedAt, phase: 'saved' })
      this.#settle()
      return null
    } catch (error) {
      return this.#options.failureOf(error) === 'conflict' ? this.#meetTheirs(error) : this.#fail(error)
    }
  }

  #fail(error: unknown): Failure {
    const isOffline = this.#options.failureOf(error) === 'offline'
    this.store.setState({ phase: 'failed', error })
    // A device that refuses is no place to be safe in: that stays a failure.
    if (this.keep() && isOffline && this.#isChanged) this.store.setState({ phase: 'kept-here', error: null })
    if (isOffline) this.#schedule(RETRY_AFTER_MS)
    return { error }
  }

  /** Another version stands on the server: what was sent from here needs no choice, other words do. */
  async #meetTheirs(error: unknown): Promise<Failure | null> {
    this.store.setState({ phase: 'unsaved' })
    try {
      const theirs = await this.#options.readTheirs()
      const { content, revision } = this.store.getState()
      const isMine = [content, ...this.#sent].some(
        (mine) => theirs !== null && this.#options.isSame(theirs.content, mine),
      )
      if (theirs !== null && !isMine) {
        this.store.setState({ conflict: theirs, phase: 'failed', error })
        clearTimeout(this.#saveTimer)
        this.keep()
        return { error }
      }
      if (theirs !== null) this.#adopt(theirs, content)
      // Thrown away by the other: it is begun anew, unless the server says again that somebody has saved.
      else if (revision === 0) return this.#fail(error)
      else this.store.setState({ id: null, revision: 0, savedAt: null })
      this.#settle()
      return null
    } catch (thrown) {
      return this.#fail(thrown)
    }
  }

  #adopt({ content: theirs, id, revision, savedAt }: SavedVersion<Content, Id>, content = theirs): void {
    this.#saved = theirs
    this.#sent = []
    this.store.setState({ content, id, revision, savedAt, phase: 'saved', conflict: null, error: null })
  }

  /** Brings the phase, the device and the timers in line with what is there and what is saved. */
  #settle(): void {
    const { phase, savedAt, conflict } = this.store.getState()
    if (conflict === null && !this.hasUnsaved) {
      if (this.#isKeeping) this.#forget()
      return this.store.setState({ phase: savedAt === null ? 'idle' : 'saved', error: null })
    }
    this.#isKeeping = true
    if (this.#options.keepAfterMs === undefined) this.keep()
    else {
      clearTimeout(this.#keepTimer)
      this.#keepTimer = setTimeout(() => this.keep(), this.#options.keepAfterMs)
    }
    if (conflict !== null) return
    if (phase !== 'saving') this.store.setState({ phase: 'unsaved' })
    this.#schedule(SAVE_AFTER_MS)
  }

  #forget(): void {
    this.#isKeeping = false
    clearTimeout(this.#saveTimer)
    clearTimeout(this.#keepTimer)
    this.#options.device.forget()
  }

  #schedule(delay: number): void {
    clearTimeout(this.#saveTimer)
    if (this.#isOpen) this.#saveTimer = setTimeout(() => this.retry(), delay)
  }
}
