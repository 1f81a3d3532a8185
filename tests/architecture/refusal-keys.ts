import type { SourceFile } from './source-files'

/** Keys that SQL puts together from a stem and the answer of a function. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  sign_up_code_: ['unknown', 'expired', 'revoked', 'used'],
  reset_code_: ['unknown', 'expired', 'revoked', 'used'],
}

const REFUSAL = /private\.refuse\(\s*'([a-z0-9_]+)'(\s*\|\|)?/g
/** What is refused by a key that is no text of its own, up to the first comma or bracket. */
const UNNAMED = /perform private\.refuse\(\s*([^'\s][^,)]*)/g
const REQUIRED_TEXT = /private\.require_text\((?:[^;']|'[^']*'(?=[^,;]*,))*,\s*'([a-z0-9_]+)'\s*\)/g
const RAISED = /raise\s+exception\s+using\b[^;]*?message\s*=\s*'([a-z][a-z0-9]*(?:_[a-z0-9]+)+)'/gi
const STATES = /insert into private\.states \(subject, state\) values([^;]*);/g
const CONSTRAINT = /\b(?:constraint|create unique index)\s+([a-z0-9_]+)/g

/** A subject of `private.states` and the states it can be in. */
export type States = ReadonlyMap<string, readonly string[]>

/** The states that work moves through, as SQL lists them. */
export function statesIn(schemas: readonly SourceFile[]): States {
  const states = new Map<string, string[]>()
  for (const { text } of schemas) {
    for (const [, rows = ''] of uncommented(text).matchAll(STATES)) {
      for (const [, subject = '', state = ''] of rows.matchAll(/\(\s*'([a-z_]+)'\s*,\s*'([a-z_]+)'\s*\)/g)) {
        states.set(subject, [...(states.get(subject) ?? []), state])
      }
    }
  }
  return states
}

/** Every key with which the database refuses something. */
export function refusalKeys(schemas: readonly SourceFile[]): string[] {
  const states = statesIn(schemas)
  const keys = schemas.flatMap(({ path, text }) => {
    const sql = uncommented(text)
    return [
      ...[...sql.matchAll(REFUSAL)].flatMap(([, key = '', isComposed]) =>
        isComposed === undefined ? [key] : composedKeys(path, key, states),
      ),
      ...[...sql.matchAll(UNNAMED)].flatMap(([, expression = '']) => unnamedKeys(path, expression, states)),
      ...[...sql.matchAll(REQUIRED_TEXT)].map(([, key = '']) => key),
      ...[...sql.matchAll(RAISED)].map(([, key = '']) => key),
    ]
  })
  return [...new Set(keys)].sort()
}

/** The names of the constraints, each of which may refuse as well. */
export function constraintNames(schemas: readonly SourceFile[]): string[] {
  return schemas.flatMap(({ text }) => [...uncommented(text).matchAll(CONSTRAINT)].map(([, name = '']) => name))
}

function uncommented(text: string): string {
  return text.replace(/--[^\n]*/g, '')
}

function composedKeys(path: string, stem: string, states: States): string[] {
  const endings = COMPOSED[stem] ?? (stem.endsWith('_is_') ? states.get(stem.slice(0, -'_is_'.length)) : undefined)
  if (endings === undefined)
    throw new Error(`${path} composes keys from '${stem}', which refusal-keys.ts does not know`)
  return endings.map((ending) => `${stem}${ending}`)
}

/** What `private.move` refuses whatever the subject is: that it is not there, or the state it is in. */
function unnamedKeys(path: string, expression: string, states: States): string[] {
  const subjects = [...states]
  if (expression.startsWith(`p_subject || '_not_found'`)) return subjects.map(([subject]) => `${subject}_not_found`)
  if (expression.startsWith(`p_subject || '_is_' || `))
    return subjects.flatMap(([subject, all]) => all.map((state) => `${subject}_is_${state}`))
  // Whoever hands on the key it was given: that key is found where it is given.
  if (/^p_key\b/.test(expression)) return []
  throw new Error(`${path} refuses with ${expression}, which refusal-keys.ts cannot read`)
}
