/** A task as people call it: its number as written, then its title; a bare figure is set apart by a space. */
export function taskName({ number, title }: { readonly number: string | null; readonly title: string }): string {
  if (number === null || number === '') return title
  return /[\p{L}\p{N}]$/u.test(number) ? `${number} ${title}` : `${number}${title}`
}
