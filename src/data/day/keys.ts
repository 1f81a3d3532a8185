import type { LocalDate } from '@/domain/local-date/local-date'

/** Cache keys of the turn of a day. */
export const dayKeys = {
  all: ['day'] as const,
  ensured: (today: LocalDate) => [...dayKeys.all, 'ensured', today] as const,
}
