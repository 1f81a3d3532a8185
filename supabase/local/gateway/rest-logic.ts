import { filterProblem } from './rest-operators'

const DEEPEST = 4
const MOST_CONDITIONS = 40

/** Why the text of an `or=(…)` or `and=(…)` may not pass, or undefined when it may. */
export function logicProblem(text: string): string | undefined {
  try {
    new LogicReader(text).readAll()
    return undefined
  } catch (error) {
    return error instanceof LogicError ? error.message : 'a logical expression cannot be read'
  }
}

class LogicError extends Error {}

/**
 * Reads a part of PostgREST's grammar that can be read in one way only: a bare value has no comma, quote or parenthesis,
 * a quoted one has no quote or backslash. What could be read otherwise behind us is refused.
 */
class LogicReader {
  #at = 0
  #conditions = 0

  constructor(private readonly text: string) {}

  readAll(): void {
    this.#list(1)
    if (this.#at < this.text.length) throw new LogicError('a logical expression goes on after its end')
  }

  #list(depth: number): void {
    if (depth > DEEPEST) throw new LogicError('a logical expression is too deep')
    this.#take(/\(/y, 'a parenthesis')
    do this.#condition(depth)
    while (this.#try(/,/y) !== undefined)
    this.#take(/\)/y, 'a closing parenthesis')
  }

  #condition(depth: number): void {
    this.#conditions += 1
    if (this.#conditions > MOST_CONDITIONS) throw new LogicError('a logical expression has too many conditions')
    if (this.#try(/(?:and|or)(?=\()/y) !== undefined) return this.#list(depth + 1)
    const column = this.#take(/[a-z][a-z0-9_]*/y, 'a column')
    if (column === 'and' || column === 'or' || column === 'not')
      throw new LogicError(`${column} is not used in this way here`)
    const operator = this.#take(/\.[a-z]+\./y, 'an operator').slice(1, -1)
    const value = operator === 'in' ? this.#valueList() : this.#value()
    const problem = filterProblem(`${operator}.${value}`)
    if (problem !== undefined) throw new LogicError(problem)
  }

  #valueList(): string {
    let items = this.#take(/\(/y, 'a parenthesis')
    do items += `${this.#value()},`
    while (this.#try(/,/y) !== undefined)
    return items + this.#take(/\)/y, 'a closing parenthesis')
  }

  #value(): string {
    return this.#try(/"[^"\\]*"/y) ?? this.#take(/[^,()"'\\]*/y, 'a value')
  }

  #take(pattern: RegExp, what: string): string {
    const found = this.#try(pattern)
    if (found === undefined) throw new LogicError(`a logical expression lacks ${what} at ${this.#at + 1}`)
    return found
  }

  #try(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}
