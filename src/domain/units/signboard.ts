const SIGNBOARD = /^(.*[^\s（(〔【〈<[［])\s*[（(〔【〈<[［]([^（(〔【〈<[［）)〕】〉>\]］]+)[）)〕】〉>\]］]$/
/** What an office is called, unlike the notes that stand in brackets too: 筹, 交警支队, 牵头. */
const OFFICE = /^.{2,}(?:局|办|办公室|委|委员会|部|中心|馆|院|厅)$/

/** A unit's name, and the offices whose signboards it bears: 区委宣传部〈区新闻办〉. */
interface SignboardName {
  /** What stands before the brackets; the whole name when they hold no signboard. */
  readonly base: string
  readonly boards: readonly string[]
}

/** Takes a written name apart; one without a signboard in brackets at its end is its own base. */
export function splitSignboard(name: string): SignboardName {
  const [, base = '', inside = ''] = SIGNBOARD.exec(name.trim()) ?? []
  const boards = inside.split(/[、,，/／]/).map((board) => board.trim())
  if (base === '' || !boards.every((board) => OFFICE.test(board))) return { base: name.trim(), boards: [] }
  return { base: base.trim(), boards }
}
