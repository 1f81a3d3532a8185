/** A text that names one kind of thing, so that the name of another kind cannot be given in its place. */
export type Brand<Name extends string> = string & { readonly __brand: Name }

/** Makes what takes a text from outside for the id of one kind of thing; whether there is one, the database says. */
export function idParser<Name extends string>(name: Name): (text: string) => Brand<Name> {
  const isId = (text: string): text is Brand<Name> => text !== ''
  return (text) => {
    if (!isId(text)) throw new RangeError(`${name} is empty`)
    return text
  }
}

/** The default of a filter that stands in the address and is an id, where '' says that there is none. */
export function noId<Id extends string>(): Id | '' {
  return ''
}
