import { describe, expect, it } from 'vitest'
import { sampleDirectory } from '../../../tests/fixtures/draft-samples'
import { memberKindsOf, parseMembers } from './group-members'
import { indexDirectory } from './unit-names'

const index = indexDirectory(sampleDirectory)

it.each([
  ['各街道', ['subdistrict']],
  ['各街镇', ['subdistrict', 'town']],
  ['各镇（街道）', ['subdistrict', 'town']],
  ['各乡镇人民政府', ['town']],
  ['各县（市、区）政府', ['county_government']],
  ['各市、县〔区〕人民政府', ['county_government']],
  ['各县区', ['county_government']],
  ['各区县', ['county_government']],
  ['县政府各部门', ['department', 'institution', 'other']],
  ['各有关单位', []],
])('%s are %j', (name, kinds) => expect(memberKindsOf(name)).toEqual(kinds))

describe('a pasted list of members', () => {
  it('knows who is there, and what the others are', () => {
    expect(parseMembers('东街街道\n北街街道、河口镇\n北街街道', ['subdistrict', 'town'], index)).toEqual({
      known: [expect.objectContaining({ id: 'u3' })],
      fresh: [
        { name: '北街街道', kind: 'subdistrict' },
        { name: '河口镇', kind: 'town' },
      ],
      problems: [],
    })
  })
  it('takes a name cut short where only one kind is possible, and asks for the rest where not', () => {
    expect(parseMembers('拱宸桥', ['subdistrict'], index).fresh).toEqual([{ name: '拱宸桥', kind: 'subdistrict' }])
    expect(parseMembers('拱宸桥', ['subdistrict', 'town'], index)).toMatchObject({
      fresh: [],
      problems: ['「拱宸桥」请写全名，才能分清是街道还是乡镇。'],
    })
  })
  it('takes no department for a street, whether it is there or new, and nobody who was retired', () => {
    expect(parseMembers('县司法局 县教育局 老城街道 各乡镇', ['subdistrict'], index)).toEqual({
      known: [],
      fresh: [],
      problems: [
        '「县司法局」是部门，不是街道。',
        '「县教育局」看起来是部门，不是街道。',
        '「老城街道」已停用。',
        '「各乡镇」是单位组，请写它的成员。',
      ],
    })
  })
  it('takes anybody for a group that may be anybody', () =>
    expect(parseMembers('县教育局 县医院', [], index).fresh.map(({ kind }) => kind)).toEqual([
      'department',
      'institution',
    ]))
})
