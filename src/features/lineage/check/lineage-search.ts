import type { FoundSuggestions } from '@/domain/lineage/draft-lineage'
import type { DraftTaskId } from '@/domain/plan-draft/draft-ids'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineSetup, OpenEngine, SearchEngine, TaskAnswer, TaskQuestion } from './search-engine'

const PAUSE_MS = 600

/**
 * Keeps what was found for each task of a draft and asks again only for tasks whose words or units changed, once
 * typing pauses. Until the new answer is there the old one stands.
 */
export class LineageSearch {
  /** Everything found so far. */
  readonly store: StoreApi<{ readonly found: FoundSuggestions }> = createStore(() => ({ found: new Map() }))
  private readonly asked = new Map<DraftTaskId, string>()
  private engine: SearchEngine | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isFirst = true

  constructor(
    private readonly openEngine: OpenEngine,
    private readonly pauseMs = PAUSE_MS,
  ) {}

  /** Starts over with other candidates. */
  open(setup: EngineSetup): void {
    this.close()
    this.engine = this.openEngine(setup, (answer) => this.keep(answer))
  }

  /** Looks for the ancestors of these tasks, soon. */
  ask(questions: readonly TaskQuestion[]): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(questions), this.isFirst ? 0 : this.pauseMs)
    this.isFirst = false
  }

  /** Stops and forgets. */
  close(): void {
    clearTimeout(this.timer)
    this.engine?.close()
    this.engine = null
    this.asked.clear()
    this.store.setState({ found: new Map() })
    this.isFirst = true
  }

  private send(questions: readonly TaskQuestion[]): void {
    const changed = questions.filter(({ taskId, question }) => {
      const words = JSON.stringify(question)
      if (this.asked.get(taskId) === words) return false
      this.asked.set(taskId, words)
      return true
    })
    if (changed.length > 0) this.engine?.ask(changed)
  }

  private keep({ taskId, suggestions }: TaskAnswer): void {
    this.store.setState(({ found }) => ({ found: new Map(found).set(taskId, suggestions) }))
  }
}
