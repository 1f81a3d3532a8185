import type { IssuedInvitation } from '@/data/accounts/account'
import type { UnitContact } from '@/data/units/contacts'
import { absoluteUrl, paths } from '@/domain/addresses/paths'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'

/** One line of the list of links: for whom, whom to ring, and the link. */
export interface InvitationLine {
  readonly name: string
  /** 王五 0578-1234567; '' where nobody is known. */
  readonly contacts: string
  readonly url: string
  /** 2021-06-30 14:02 */
  readonly expiresAt: string
}

/** The headings of the list, in the order of `cellsOf`. */
export const LINE_COLUMNS = [
  { title: '单位', width: 28 },
  { title: '联系人', width: 28 },
  { title: '邀请链接', width: 60 },
  { title: '有效期至', width: 18 },
] as const

/** The links as they are handed on; `origin` is where the app is. */
export function toLines(
  invitations: readonly IssuedInvitation[],
  contacts: readonly UnitContact[],
  origin: string,
): InvitationLine[] {
  return invitations.map(({ name, unitId, code, expiresAt }) => ({
    name,
    contacts: contacts
      .filter((contact) => contact.unitId === unitId)
      .map((contact) => `${contact.name} ${contact.phone}`)
      .join('；'),
    url: absoluteUrl(paths.invitation.to(code), origin),
    expiresAt: dateTimeInTable(new Date(expiresAt)),
  }))
}

export function cellsOf({ name, contacts, url, expiresAt }: InvitationLine): string[] {
  return [name, contacts, url, expiresAt]
}

/** The whole list as lines to paste into a message or a spreadsheet. */
export function linesAsText(lines: readonly InvitationLine[]): string {
  return [LINE_COLUMNS.map(({ title }) => title), ...lines.map(cellsOf)].map((cells) => cells.join('\t')).join('\n')
}
