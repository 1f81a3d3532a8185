const VIEWS = ['tasks', 'names', 'facts', 'dropped', 'source'] as const

/** What the right pane shows; on a phone the source is one of them. */
export type CheckView = (typeof VIEWS)[number]

/** The view that an address names. */
export function toCheckView(text: string): CheckView {
  return VIEWS.find((view) => view === text) ?? 'tasks'
}
