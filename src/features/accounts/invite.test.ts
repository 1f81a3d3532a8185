import { describe, expect, it } from 'vitest'
import { readDocument } from '@/lib/document-text/read-document'
import { writeXlsx } from '@/lib/write-xlsx'
import type { UnitContact } from '@/data/units/contacts'
import { unitId } from '../../../tests/support/ids'
import { cellsOf, LINE_COLUMNS, linesAsText, toLines } from './invite'

const invitation = (name: string) => ({
  name,
  unitId: unitId(name),
  code: `k-${name}`,
  expiresAt: '2021-07-01T02:00:00Z',
})
const contact = { unitId: unitId('乙局'), name: '王五', phone: '0578-1234567' } as UnitContact
const lines = toLines([invitation('甲局'), invitation('乙局')], [contact], 'http://x')

describe('the list of links', () => {
  it('names unit, whom to ring, link and day, one line each', () => {
    expect(linesAsText(lines).split('\n')).toEqual([
      '单位\t联系人\t邀请链接\t有效期至',
      `甲局\t\thttp://x/invitation#${encodeURIComponent('k-甲局')}\t2021-07-01 10:00`,
      `乙局\t王五 0578-1234567\thttp://x/invitation#${encodeURIComponent('k-乙局')}\t2021-07-01 10:00`,
    ])
  })
  it('is a spreadsheet that is read back as it was, signs and leading zeros included', async () => {
    const odd = { name: '甲<局>&"一"', contacts: '=1+1', url: 'http://x/#a&b', expiresAt: '0578' }
    const file = writeXlsx('邀请', LINE_COLUMNS, [odd, ...lines].map(cellsOf))
    const { text } = await readDocument('邀请.xlsx', file)
    for (const cell of [odd, ...lines].flatMap(cellsOf)) expect(text).toContain(cell)
  })
})
