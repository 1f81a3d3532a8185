const MS_PER_DAY = 86_400_000
/** Day 0 of spreadsheets. Serial 60 is a 29 February 1900 that never was, so day 1 is off by one before March 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_SERIAL = 2_958_465

/** What a number format makes of a number. */
export type NumberKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'date'; readonly hasDay: boolean; readonly hasTime: boolean; readonly hasDate: boolean }

/** Reads a number format: what matters is whether the number is a date or a share. */
export function numberKindOf(formatId: number, customCode: string | undefined): NumberKind {
  if (customCode === undefined) return builtInKind(formatId)
  const code = (customCode.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/^general$/i.test(code.trim())) return { kind: 'number' }
  if (code.includes('%')) return { kind: 'percent', decimals: /\.(0+)/.exec(code)?.[1]?.length ?? 0 }
  const hasYearOrDay = /[ydeg]/i.test(code)
  const hasTime = /[hs]/i.test(code)
  const hasDate = hasYearOrDay || (/m/i.test(code) && !hasTime)
  if (!hasDate && !hasTime) return { kind: 'number' }
  return { kind: 'date', hasDate, hasTime, hasDay: /d/i.test(code) }
}

function builtInKind(formatId: number): NumberKind {
  if (formatId === 9 || formatId === 10) return { kind: 'percent', decimals: formatId === 10 ? 2 : 0 }
  const isEastAsianDate = (formatId >= 27 && formatId <= 31) || (formatId >= 50 && formatId <= 58) || formatId === 36
  const hasTime =
    (formatId >= 18 && formatId <= 22) || (formatId >= 32 && formatId <= 35) || (formatId >= 45 && formatId <= 47)
  const hasDate = (formatId >= 14 && formatId <= 17) || formatId === 22 || isEastAsianDate
  if (!hasDate && !hasTime) return { kind: 'number' }
  return { kind: 'date', hasDate, hasTime, hasDay: ![17, 27, 36, 50, 52, 55, 57].includes(formatId) }
}

/** A stored number as it reads on the sheet; dates as 2021-06-30 whatever their local format. */
export function formatCellNumber(stored: string, kind: NumberKind, uses1904: boolean): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (kind.kind === 'percent') return `${formatPlain(value * 100, kind.decimals)}%`
  if (kind.kind === 'date' && value >= 0 && value <= LAST_SERIAL) return formatSerial(value, kind, uses1904)
  return formatPlain(value)
}

function formatSerial(serial: number, kind: Extract<NumberKind, { kind: 'date' }>, uses1904: boolean): string {
  const shifted = !uses1904 && serial < 60 ? serial + 1 : serial
  const epoch = uses1904 ? EPOCH_1904 : EPOCH_1900
  const iso = new Date(epoch + Math.round(shifted * 86_400) * 1000).toISOString()
  const time = iso.slice(11, 19).replace(/:00$/, '')
  if (!kind.hasDate) return time
  const date = kind.hasDay ? iso.slice(0, 10) : iso.slice(0, 7)
  return kind.hasTime && serial * MS_PER_DAY !== Math.floor(serial) * MS_PER_DAY ? `${date} ${time}` : date
}

/** Fifteen digits are what a spreadsheet keeps; more would show 0.1 + 0.2 as 0.30000000000000004. */
function formatPlain(value: number, decimals?: number): string {
  if (decimals !== undefined) return value.toFixed(Math.min(decimals, 20))
  return String(Number(value.toPrecision(15)))
}
