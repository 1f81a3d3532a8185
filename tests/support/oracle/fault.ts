import type { TestStack } from '../stack'
import { must } from '../actors'

/** One thing that a function says otherwise than it should. */
export interface Fault {
  /** What the database would get wrong. */
  name: string
  /** As it is called: private.reasons_of. */
  of: string
  /** What stands in it exactly once. */
  says: string
  instead: string
}

/** Puts a fault into the database while something is done, and takes it out again. */
export async function withFault<T>(stack: TestStack, fault: Fault, work: () => Promise<T>): Promise<T> {
  const [found] = await stack.sql<{ definition: string }>(
    'select pg_get_functiondef(p.oid) as definition from pg_proc p where p.oid = to_regproc($1)',
    [fault.of],
  )
  const { definition } = must(found)
  const places = definition.split(fault.says).length - 1
  if (places !== 1) throw new Error(`${fault.of} says ${places} times: ${fault.says}`)
  await stack.sql(definition.replace(fault.says, () => fault.instead))
  try {
    return await work()
  } finally {
    await stack.sql(definition)
  }
}
