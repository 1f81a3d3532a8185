/** A JSON object whose fields have not been checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>

export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function asObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map(asObject) : []
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** An id as one of its kind; null where there is none. */
export function idOrNull<Id>(parse: (text: string) => Id, value: unknown): Id | null {
  const written = textOrNull(value)
  return written === null ? null : parse(written)
}

export function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function boolean(value: unknown): boolean {
  return value === true
}
