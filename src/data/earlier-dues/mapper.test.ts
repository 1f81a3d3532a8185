import { parseLocalDate } from '@/domain/local-date/local-date'
import { ANSWERED_LATER } from '@/domain/reporting/earlier-due'
import { expect, it } from 'vitest'
import { toEarlierDuesJson } from './mapper'

const day = parseLocalDate('2021-03-20')

it('sends nothing where everything is left for later', () => {
  expect(toEarlierDuesJson({ ...ANSWERED_LATER, note: '以后看' })).toBeNull()
})

it('sends each kind of answer with its day and the note, and keeps what is left for later from the one for all', () => {
  expect(
    toEarlierDuesJson({
      all: { kind: 'done', day },
      each: {
        a: { kind: 'owed', day: null },
        b: { kind: 'owed_anew', day },
        c: { kind: 'not_tracked', day: null },
        d: { kind: 'later', day: null },
      },
      note: ' 上年已办 ',
    }),
  ).toEqual({
    all: { answer: 'done', doneOn: '2021-03-20', note: '上年已办' },
    each: {
      a: { answer: 'owed', note: '上年已办' },
      b: { answer: 'owed', dueOn: '2021-03-20', note: '上年已办' },
      c: { answer: 'not_tracked', note: '上年已办' },
      d: null,
    },
  })
})
