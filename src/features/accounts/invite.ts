import type { IssuedCode } from '@/data/accounts/account'
import type { UnitId } from '@/domain/ids'

/** One account to be made, and the unit it acts for, if any. */
export interface Invitee {
  readonly unitId: UnitId | null
  /** The unit's name, or the role's. */
  readonly name: string
}

/** An invitation that was just made, with the link that is shown once. */
export interface IssuedInvitation {
  readonly name: string
  readonly url: string
  readonly expiresAt: string
}

interface InviteAllOptions {
  readonly invitees: readonly Invitee[]
  readonly invite: (invitee: Invitee) => Promise<IssuedCode>
  readonly urlOf: (code: string) => string
  readonly onIssued: (count: number) => void
}

/**
 * Invites one after the other. A failure stops it but never loses the links already made, because a code
 * cannot be shown again.
 */
export async function inviteAll(options: InviteAllOptions): Promise<{ issued: IssuedInvitation[]; error: unknown }> {
  const issued: IssuedInvitation[] = []
  for (const invitee of options.invitees) {
    try {
      const { code, expiresAt } = await options.invite(invitee)
      issued.push({ name: invitee.name, url: options.urlOf(code), expiresAt })
      options.onIssued(issued.length)
    } catch (error) {
      return { issued, error }
    }
  }
  return { issued, error: null }
}

/** All links as lines to paste into a message or a spreadsheet. */
export function linksAsText(invitations: readonly IssuedInvitation[]): string {
  return invitations.map(({ name, url }) => `${name}\t${url}`).join('\n')
}
