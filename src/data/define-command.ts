import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { callFunction, type FunctionAnswer, type FunctionArgs, type FunctionName } from './call-function'
import { isCancelled, isSessionOver } from './errors'
import { refresh, type Changes } from './refresh'

export interface WriteOptions {
  /** What is read again afterwards; the work if nothing is said, so that forgetting it leaves nothing stale. */
  readonly changes?: Changes
  /** False for a control that has no place for words; the page then shows them. */
  readonly isErrorShownInPlace?: boolean
}

interface CommandOptions<Input> extends WriteOptions {
  /** What must hold before the server is asked; throwing keeps the command from being sent. */
  readonly before?: (input: Input, queryClient: QueryClient) => Promise<void>
}

/** A hook that writes, with what is known of it at rest, so that one test can look at all of them. */
interface WriteHook<Input, Result> extends Required<WriteOptions> {
  (): UseMutationResult<Result, Error, Input>
}

/** What a page needs to call the SQL function `name`: see `defineWrite` for what happens around it. */
export function defineCommand<Name extends FunctionName, Input, Result>(
  name: Name,
  toArgs: (input: Input) => FunctionArgs<Name>,
  options: CommandOptions<Input> & { readonly toResult: (answer: FunctionAnswer<Name>) => Result },
): WriteHook<Input, Result>
export function defineCommand<Name extends FunctionName, Input>(
  name: Name,
  toArgs: (input: Input) => FunctionArgs<Name>,
  options?: CommandOptions<Input>,
): WriteHook<Input, FunctionAnswer<Name>>
export function defineCommand<Name extends FunctionName, Input>(
  name: Name,
  toArgs: (input: Input) => FunctionArgs<Name>,
  options: CommandOptions<Input> & { readonly toResult?: (answer: FunctionAnswer<Name>) => unknown } = {},
): WriteHook<Input, unknown> {
  const { before, toResult, ...writeOptions } = options
  return defineWrite(async (input: Input, queryClient) => {
    await before?.(input, queryClient)
    const answer = await callFunction(name, toArgs(input))
    return toResult === undefined ? answer : toResult(answer)
  }, writeOptions)
}

/**
 * Makes the hook for a write. It counts as done once everything it changed has been read again. A refusal means that
 * what is shown is out of date, so then too it is read again, while the form already says why.
 */
export function defineWrite<Input, Result>(
  write: (input: Input, queryClient: QueryClient) => Promise<Result>,
  { changes = 'work', isErrorShownInPlace = true }: WriteOptions = {},
): WriteHook<Input, Result> {
  function useWrite() {
    const queryClient = useQueryClient()
    return useMutation({
      mutationFn: (input: Input) => write(input, queryClient),
      onSuccess: () => refresh(queryClient, changes),
      onError: (error) => {
        if (!isCancelled(error) && !isSessionOver(error)) void refresh(queryClient, changes)
      },
      meta: { isErrorShownInPlace },
    })
  }
  return Object.assign(useWrite, { changes, isErrorShownInPlace })
}
