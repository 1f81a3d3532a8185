/** A section as documents write it: 二、公开平台, （三）公开平台; a number that ends in a mark needs none. */
export function sectionName({ number, title }: { readonly number: string | null; readonly title: string }): string {
  if (number === null || number === '') return title
  return /[\p{L}\p{N}]$/u.test(number) ? `${number}、${title}` : `${number}${title}`
}
