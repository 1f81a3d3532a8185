/** Longer texts are refused by the database; the boxes take no more. */
export const LONGEST_SEARCH = 200

/** More words at once are refused. */
export const MOST_SEARCH_WORDS = 8
