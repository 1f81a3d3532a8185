import { SignUpByCode } from '../SignUpByCode'

/** Accepting an invitation, by the code behind the link's hash. */
export function Component() {
  return <SignUpByCode kind="invitation" />
}
