import type { Brand } from '@/lib/brand'
import { createParser, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'

export type SearchValue = string | number | boolean | readonly string[]
export type SearchDefaults = Readonly<Record<string, SearchValue>>

/** The default's own type, widened: a filter that starts as '' can become any text, one that starts as `noId` only such an id. */
export type SearchState<Defaults extends SearchDefaults> = {
  readonly [Key in keyof Defaults]: Defaults[Key] extends string
    ? [Extract<Defaults[Key], Brand<string>>] extends [never]
      ? string
      : Defaults[Key]
    : Defaults[Key] extends number
      ? number
      : Defaults[Key] extends boolean
        ? boolean
        : readonly string[]
}

type SearchPatch = Readonly<Record<string, SearchValue | undefined>>

/** Reads one value from the address; what does not parse is the default. */
function readSearchValue(text: string | null, fallback: SearchValue): SearchValue {
  if (text === null) return fallback
  if (typeof fallback === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : fallback
  if (typeof fallback === 'boolean') return text === 'true' ? true : text === 'false' ? false : fallback
  if (typeof fallback === 'string') return text
  return text === '' ? [] : text.split(',')
}

/** What the address says of these, for whoever reads it outside a component, as a loader does. */
export function readSearch<const Defaults extends SearchDefaults>(
  defaults: Defaults,
  params: URLSearchParams,
): SearchState<Defaults> {
  const entries = Object.entries(defaults).map(([key, fallback]) => [key, readSearchValue(params.get(key), fallback)])
  return Object.fromEntries(entries) as SearchState<Defaults>
}

/** One parameter as the library wants it: a list is one parameter, and what equals its default leaves the address. */
function parserOf(fallback: SearchValue) {
  return createParser<SearchValue>({
    parse: (text) => readSearchValue(text, fallback),
    serialize: String,
    eq: (a, b) => String(a) === String(b),
  }).withDefault(fallback)
}

/** `useSearchState` for names that are only known at run time. */
export function useSearchValues(
  defaults: SearchDefaults,
): readonly [Readonly<Record<string, SearchValue>>, (patch: SearchPatch) => void] {
  const parsers = useMemo(
    () => Object.fromEntries(Object.entries(defaults).map(([key, fallback]) => [key, parserOf(fallback)])),
    [defaults],
  )
  // Not shallow: the router's address stays the truth, for loaders and for the way back after signing in again.
  const [values, setValues] = useQueryStates(parsers, { history: 'replace', shallow: false })
  const update = useCallback(
    (patch: SearchPatch) => {
      const firstPage = 'page' in defaults && !('page' in patch) ? { page: defaults.page } : {}
      const entries = Object.entries({ ...firstPage, ...patch }).map(([key, value]) => [key, value ?? null] as const)
      void setValues(Object.fromEntries(entries))
    },
    [defaults, setValues],
  )
  return [values, update]
}

/**
 * Filters that live in the address, so a view can be sent to a colleague. Changing one starts again at the
 * first page, if `page` is among the defaults. Define the defaults outside the component.
 */
export function useSearchState<const Defaults extends SearchDefaults>(
  defaults: Defaults,
): readonly [SearchState<Defaults>, (patch: Partial<SearchState<Defaults>>) => void] {
  const [values, update] = useSearchValues(defaults)
  // The one place where parsed text takes the types of the defaults it was parsed by.
  return [values as SearchState<Defaults>, update as (patch: Partial<SearchState<Defaults>>) => void]
}
