import { yearOf, type LocalDate } from '@/domain/local-date/local-date'

/** The years of a plan: 2026 年, or 2024—2028 年. */
export function yearsInWords(startYear: number, endYear: number): string {
  return startYear === endYear ? `${startYear} 年` : `${startYear}—${endYear} 年`
}

/** The years that a plan touches from its first day to its last. */
export function yearsOfPlan({
  startsOn,
  endsOn,
}: {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}): string {
  return yearsInWords(yearOf(startsOn), yearOf(endsOn))
}
