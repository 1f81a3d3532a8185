import { getClient } from './client'
import type { Database } from './database'
import { unwrap } from './request'

type Functions = Database['public']['Functions']

/** A SQL function of the API. */
export type FunctionName = keyof Functions
export type FunctionArgs<Name extends FunctionName> = Functions[Name]['Args']
export type FunctionAnswer<Name extends FunctionName> = Functions[Name]['Returns']

/** Calls a SQL function and gives what it answers; any failure becomes an AppError. */
export function callFunction<Name extends FunctionName>(
  name: Name,
  args: FunctionArgs<Name>,
): Promise<FunctionAnswer<Name>>
// Which function it is, only the caller knows: the client's types follow a name that is written out.
export function callFunction(name: FunctionName, args: FunctionArgs<FunctionName>): Promise<unknown> {
  return unwrap(getClient().rpc(name, args))
}
