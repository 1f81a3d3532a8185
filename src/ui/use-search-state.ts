import { use, useCallback, useMemo } from 'react'
import { UNSAFE_DataRouterContext, useSearchParams } from 'react-router'

export type SearchValue = string | number | boolean | readonly string[]
export type SearchDefaults = Readonly<Record<string, SearchValue>>

/** The default's own type, widened: a filter that starts as '' can become any text. */
export type SearchState<Defaults extends SearchDefaults> = {
  readonly [Key in keyof Defaults]: Defaults[Key] extends string
    ? string
    : Defaults[Key] extends number
      ? number
      : Defaults[Key] extends boolean
        ? boolean
        : readonly string[]
}

/** Reads one value from the address; what does not parse is the default. */
export function readSearchValue(text: string | null, fallback: SearchValue): SearchValue {
  if (text === null) return fallback
  if (typeof fallback === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : fallback
  if (typeof fallback === 'boolean') return text === 'true' ? true : text === 'false' ? false : fallback
  if (typeof fallback === 'string') return text
  return text === '' ? [] : text.split(',')
}

/** The address's parameters after a change; a value equal to its default leaves the address. */
export function writeSearchValues(
  current: URLSearchParams,
  defaults: SearchDefaults,
  patch: Readonly<Record<string, SearchValue | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(current)
  for (const [key, value] of Object.entries(patch)) {
    const text = String(value ?? '')
    if (value === undefined || text === String(defaults[key] ?? '')) next.delete(key)
    else next.set(key, text)
  }
  return next
}

type SearchPatch = Readonly<Record<string, SearchValue | undefined>>

/**
 * Reads the parameters the page has, or is on its way to. An address changes only after its loaders have run; a second
 * change made meanwhile must build on the first, or the first would be lost. What has been rendered may lag behind
 * both, so the router itself is asked.
 */
function useReadParams(): (rendered: URLSearchParams) => URLSearchParams {
  const router = use(UNSAFE_DataRouterContext)?.router
  return useCallback(
    (rendered) => {
      if (router === undefined) return rendered
      const { location, navigation } = router.state
      const { location: next = location } = navigation
      return new URLSearchParams(next.pathname === location.pathname ? next.search : location.search)
    },
    [router],
  )
}

/** `useSearchState` for names that are only known at run time. */
export function useSearchValues(
  defaults: SearchDefaults,
): readonly [Readonly<Record<string, SearchValue>>, (patch: SearchPatch) => void] {
  const [params, setParams] = useSearchParams()
  const values = useMemo(() => {
    const entries = Object.entries(defaults).map(
      ([key, fallback]) => [key, readSearchValue(params.get(key), fallback)] as const,
    )
    return Object.fromEntries(entries)
  }, [defaults, params])
  const readParams = useReadParams()
  const update = useCallback(
    (patch: SearchPatch) => {
      const firstPage = 'page' in defaults && !('page' in patch) ? { page: defaults.page } : {}
      setParams((current) => writeSearchValues(readParams(current), defaults, { ...firstPage, ...patch }), {
        replace: true,
        preventScrollReset: true,
      })
    },
    [defaults, setParams, readParams],
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
