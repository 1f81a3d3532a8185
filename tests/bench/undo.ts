/** What has been set up, taken down in the opposite order: at the end, after an error, or when somebody presses Ctrl-C. */
export class Undo {
  readonly #steps: (() => Promise<unknown>)[] = []

  /** Remembers how to take down what was just set up. */
  add(step: () => Promise<unknown>): void {
    this.#steps.push(step)
  }

  /** Takes everything down; what cannot be is said and does not keep the rest. */
  async all(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      await step().catch((error: unknown) => console.error('could not clean up:', error))
    }
  }
}
