/** A collective name and the units it stands for today. */
export interface NamedGroup {
  readonly name: string
  readonly members: readonly string[]
}

const SEPARATOR = '、'
/** Fewer names are read as quickly as the name of a group. */
const FEWEST = 4

/** Whether names are so many that a group may stand for them. */
export function areMany(names: string): boolean {
  return names.split(SEPARATOR).length >= FEWEST
}

/**
 * Names of units with those of a whole group said by its name: 县政府各部门（23 个）、石桥镇. The largest group first; a group
 * of which one member is missing says nothing, so that nobody is named who is not meant.
 */
export function groupedNames(names: string, groups: readonly NamedGroup[]): string {
  if (!areMany(names)) return names
  let left = names.split(SEPARATOR)
  const found: string[] = []
  for (const { name, members } of [...groups].sort((a, b) => b.members.length - a.members.length)) {
    if (members.length < FEWEST || !members.every((member) => left.includes(member))) continue
    left = left.filter((each) => !members.includes(each))
    found.push(`${name}（${members.length} 个）`)
  }
  return [...found, ...left].join(SEPARATOR)
}
