/** Arguments without those that say nothing; the database's defaults (today, all plans, …) stand in for them. */
type GivenArgs<Args> = { [Name in keyof Args]?: Exclude<Args[Name], null | undefined | ''> }

/** Leaves out null, undefined and '' from a function's arguments. */
export function givenArgs<Args extends Readonly<Record<string, unknown>>>(args: Args): GivenArgs<Args> {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined && value !== '')
  // Only names and values of `args` are in it, so it has the type that `args` has without the empty ones.
  return Object.fromEntries(given) as GivenArgs<Args>
}

/** A nullable column of a function's result: generated types call every one not-null, which functions cannot promise. */
export function orNull<Value>(value: Value | null | undefined): Value | null {
  return value ?? null
}
