import type { EventEmitter } from 'node:events'
import type postgres from 'postgres'
import {
  readColumns,
  readCommand,
  readError,
  readParameterTypes,
  readRow,
  type Column,
  type ErrorFields,
} from './backend-messages'
import { FrontendMessages, type TextValue } from './frontend-messages'
import { inferredType, type ParameterTypes } from './parameter-types'
import { MessageCutter, messageType } from './wire-messages'

/** One statement with the values of its parameters, as the driver takes them. */
export interface Statement {
  text: string
  parameters: readonly unknown[]
}

/** What one statement was answered. */
export interface Answer {
  rows: Record<string, unknown>[]
  command: string
  count: number | null
}

/** The connection under the driver. */
export interface Wire extends EventEmitter {
  write(bytes: Uint8Array): boolean
}

/** How the driver writes and reads values; it learns of more types when it connects. */
export type ValueTypes = Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>

type Listener = (bytes: Buffer) => void

/** What has come of a batch that is under way. */
interface UnderWay {
  answers: Answer[]
  columns: readonly Column[]
  rows: Record<string, unknown>[]
  parameterTypes: readonly number[] | undefined
  error: Error | undefined
  /** Whether its end has been sent; the server says then that it is ready, whatever happened. */
  isEnding: boolean
  isReady: boolean
  /** Told whenever something has come. */
  notice(): void
}

/**
 * Sends several statements in one go and reads their answers, on a connection that the driver has opened and leaves
 * alone meanwhile. All of them are one transaction that the server itself holds together: it begins with the first
 * statement, an error undoes it and keeps the server from running anything that follows, and its end commits it. (The
 * driver ends a transaction with each statement, and asks for the types of parameters on a way of its own.)
 */
export class Pipeline {
  readonly #cutter = new MessageCutter()
  #drivers: Listener[] | undefined
  #underWay = nothingYet()

  constructor(
    private readonly wire: Wire,
    private readonly values: ValueTypes,
    private readonly known: ParameterTypes,
  ) {}

  /** Whether a transaction is open, so that nobody else may use the connection. */
  get isOpen(): boolean {
    return this.#drivers !== undefined
  }

  /** Begins a transaction with statements, of which the first that fails ends it. With `isLast` they are committed. */
  begin(statements: readonly Statement[], isLast: boolean): Promise<Answer[]> {
    if (this.isOpen) throw new Error('a transaction is open')
    return this.#run(statements, isLast)
  }

  /** Goes on with what was begun; never outside of it, where nothing of it would hold. */
  goOn(statements: readonly Statement[], isLast: boolean): Promise<Answer[]> {
    if (!this.isOpen) throw new Error('no transaction is open')
    return this.#run(statements, isLast)
  }

  /** Undoes what is open. */
  async undo(): Promise<void> {
    if (this.isOpen) await this.#run([{ text: 'rollback', parameters: [] }], true)
  }

  async #run(statements: readonly Statement[], isLast: boolean): Promise<Answer[]> {
    this.#borrow()
    this.#underWay = nothingYet()
    const come = this.#underWay
    try {
      const messages = new FrontendMessages()
      for (const statement of statements) await this.#write(messages, statement)
      if (isLast) await this.#end(messages)
      else {
        messages.flush()
        await this.#exchange(messages, () => come.answers.length === statements.length)
      }
      if (come.error !== undefined) throw come.error
      return come.answers
    } catch (error) {
      for (const { text, parameters } of statements) this.known.forget(text, parameters.map(inferredType))
      if (!come.isEnding) await this.#end(new FrontendMessages())
      throw error
    } finally {
      if (come.isReady) this.#giveBack()
    }
  }

  async #write(messages: FrontendMessages, { text, parameters }: Statement): Promise<void> {
    const inferred = parameters.map(inferredType)
    const types =
      parameters.length === 0 ? [] : (this.known.of(text, inferred) ?? (await this.#ask(messages, text, inferred)))
    messages.parse(text, types)
    messages.run(parameters.map((value, index) => this.#textOf(value, types[index] ?? 0)))
  }

  /** The types of the parameters as the server understands the statement. */
  async #ask(messages: FrontendMessages, text: string, inferred: readonly number[]): Promise<readonly number[]> {
    messages.parse(text, inferred)
    messages.describeStatement()
    messages.flush()
    const come = this.#underWay
    come.parameterTypes = undefined
    await this.#exchange(messages, () => come.parameterTypes !== undefined)
    if (come.error !== undefined) throw come.error
    const types = (come.parameterTypes ?? []).map((type, index) => inferred[index] || type)
    this.known.keep(text, inferred, types)
    return types
  }

  #textOf(value: unknown, type: number): TextValue {
    if (value === null) return null
    if (value === undefined) throw new Error('a parameter has no value')
    const serialize = this.values.serializers[type]
    return String(serialize === undefined ? value : serialize(value))
  }

  /** Sends the rest of a batch and its end, and waits until the server is ready again. */
  async #end(messages: FrontendMessages): Promise<void> {
    messages.sync()
    this.#underWay.isEnding = true
    await this.#exchange(messages, () => false)
  }

  /** Sends what is written and waits until enough has come, or nothing more will. */
  async #exchange(messages: FrontendMessages, isEnough: () => boolean): Promise<void> {
    const come = this.#underWay
    await new Promise<void>((resolve) => {
      come.notice = () => {
        if (come.isReady || (come.error !== undefined && !come.isEnding) || isEnough()) resolve()
      }
      this.wire.write(messages.take())
    })
  }

  /** From now on the answers come here. */
  #borrow(): void {
    if (this.#drivers !== undefined) return
    this.#drivers = this.wire.listeners('data').map(
      (each): Listener =>
        (bytes) =>
          Reflect.apply(each, this.wire, [bytes]),
    )
    this.wire.removeAllListeners('data')
    this.wire.on('data', this.#receive)
  }

  #giveBack(): void {
    this.wire.off('data', this.#receive)
    for (const each of this.#drivers ?? []) this.wire.on('data', each)
    this.#drivers = undefined
  }

  readonly #receive = (bytes: Buffer): void => {
    for (const message of this.#cutter.take(bytes)) this.#read(message)
    this.#underWay.notice()
  }

  #read(message: Buffer): void {
    const come = this.#underWay
    switch (messageType(message)) {
      case 't':
        come.parameterTypes = readParameterTypes(message)
        return
      case 'T':
        come.columns = readColumns(message)
        return
      case 'n':
        come.columns = []
        return
      case 'D':
        come.rows.push(this.#rowOf(message, come.columns))
        return
      case 'C':
        come.answers.push({ rows: come.rows, ...readCommand(message) })
        come.rows = []
        return
      case 'I':
        come.answers.push({ rows: [], command: '', count: null })
        return
      case 'E':
        come.error ??= asError(readError(message))
        return
      case 'Z':
        come.isReady = true
    }
  }

  #rowOf(message: Buffer, columns: readonly Column[]): Record<string, unknown> {
    const row: Record<string, unknown> = {}
    readRow(message, (index, text) => {
      const column = columns[index]
      if (column !== undefined) row[column.name] = text === null ? null : this.#valueOf(text, column.type)
    })
    return row
  }

  #valueOf(text: string, type: number): unknown {
    const parse = this.values.parsers[type]
    if (parse === undefined) return text
    // The driver's parsers of lists expect what follows the first brace.
    return parse(Reflect.get(parse, 'array') === true ? text.slice(1) : text)
  }
}

/** In the form of the driver's own errors. */
function asError(fields: ErrorFields): Error {
  return Object.assign(new Error(fields['message']), { name: 'PostgresError' }, fields)
}

function nothingYet(): UnderWay {
  return {
    answers: [],
    columns: [],
    rows: [],
    parameterTypes: undefined,
    error: undefined,
    isEnding: false,
    isReady: false,
    notice: () => undefined,
  }
}
