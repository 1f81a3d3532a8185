/** An error with one line that whoever started the server can act on; it is printed without a stack. */
export class UserError extends Error {
  override name = 'UserError'
}
