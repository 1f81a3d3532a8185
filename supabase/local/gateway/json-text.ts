/** How deep lists and objects may lie in one another. What the app sends is far below; a parser of the database is not. */
const DEEPEST = 64

/** Why a body is not taken as JSON, or undefined when it is. Checked before anything parses it. */
export function jsonProblem(text: string): string | undefined {
  if (isTooDeep(text)) return `The JSON is more than ${DEEPEST} levels deep`
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return 'The body is not JSON'
  }
  // PostgreSQL cannot keep this character in any text.
  if (hasNul(text)) return 'The JSON holds the character U+0000'
  return hasHalfCharacter(text, body) ? 'The JSON holds half a character' : undefined
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at]
    if (isInString) {
      if (each === '\\') at += 1
      else if (each === '"') isInString = false
    } else if (each === '"') isInString = true
    else if (each === '[' || each === '{') {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (each === ']' || each === '}') depth -= 1
  }
  return false
}

/** In valid JSON the character can only stand as an escape, whose backslash is not itself escaped. */
function hasNul(text: string): boolean {
  return /(?<!\\)(?:\\\\)*\\u0000/.test(text)
}

/** Half of a character of two halves, which no encoding knows; in valid UTF-8 it can only come as an escape. */
function hasHalfCharacter(text: string, body: unknown): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return false
  const isHalf = (value: unknown): boolean => {
    if (typeof value === 'string') return /\p{Surrogate}/u.test(value)
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([name, each]) => isHalf(name) || isHalf(each))
  }
  return isHalf(body)
}
