import { idParser, type Brand } from '@/lib/brand'

/** Names in one draft alone; the rows that issuing makes get ids of their own. */
export type DraftTaskId = Brand<'DraftTaskId'>
export type DraftSectionId = Brand<'DraftSectionId'>
export type DraftMilestoneId = Brand<'DraftMilestoneId'>
export type DroppedTextId = Brand<'DroppedTextId'>

export const parseDraftTaskId = idParser('DraftTaskId')
export const parseDraftSectionId = idParser('DraftSectionId')
export const parseDraftMilestoneId = idParser('DraftMilestoneId')
export const parseDroppedTextId = idParser('DroppedTextId')

/** A new id that no member of the list has: t12 after t11. Counting keeps edits repeatable. */
export function nextId<Id extends string>(
  parse: (text: string) => Id,
  prefix: string,
  members: readonly { readonly id: Id }[],
): Id {
  const numbers = members.map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0))
  return parse(`${prefix}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`)
}
