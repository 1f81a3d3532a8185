/** What a save answers: which record it is, and which save of it. */
export interface Saved<Id extends string> {
  readonly id: Id
  readonly revision: number
  readonly savedAt: Date
}

/** A version as it stands on the server. */
export interface SavedVersion<Content, Id extends string> extends Saved<Id> {
  readonly content: Content
  /** Who saved it, as the reader knows them; null where that is not known. */
  readonly savedBy: string | null
}
