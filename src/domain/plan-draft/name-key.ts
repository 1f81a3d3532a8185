/**
 * How written names are compared: width, case, white space and the shape of brackets do not count. Follows
 * private.name_key of the database, which decides; this one only shows beforehand what it will find.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .replaceAll(/[〔〈【[]/g, '(')
    .replaceAll(/[〕〉】\]]/g, ')')
    .toLowerCase()
}
