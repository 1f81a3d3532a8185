import type { LocalDate } from '@/domain/local-date/local-date'
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callFunction } from '../call-function'
import { refreshWork } from '../refresh'
import { dayKeys } from './keys'

/** A part at a time, as often as there is more to do. Whether anything was done. */
async function turnDay(signal: AbortSignal): Promise<boolean> {
  let isTurnedHere = false
  while (!signal.aborted && (await callFunction('ensure_day', {}))) isTurnedHere = true
  return isTurnedHere
}

/** Remembered with what was read in a session, and forgotten with it; nobody looks at it, so it is not read again. */
function ensuredDayOptions(today: LocalDate) {
  return queryOptions({
    queryKey: dayKeys.ensured(today),
    queryFn: ({ signal }) => turnDay(signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/**
 * Asks for the turn of the day, once a day for whoever is signed in: the first on any day has the signals of that day
 * kept, and reads the work again. It runs beside the page, which is right without it and only slower, so a failure says
 * nothing, and whoever comes next asks again.
 */
export function useEnsureDay(today: LocalDate): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    void ensureDay(queryClient, today)
  }, [queryClient, today])
}

async function ensureDay(queryClient: QueryClient, today: LocalDate): Promise<void> {
  const options = ensuredDayOptions(today)
  if (queryClient.getQueryState(options.queryKey) !== undefined) return
  try {
    if (await queryClient.fetchQuery(options)) await refreshWork(queryClient)
  } catch {
    // Whoever comes next turns the day.
  }
}
