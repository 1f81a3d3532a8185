import { UNITS, type FreshObligation } from './fill'
import type { FloorKind } from './floor'
import { importCall } from './import-text'
import type { ApiCall, LoadClient } from './load-client'
import type { People } from './people'
import type { ReportCalls } from './report-calls'

/** One thing that is measured over HTTP. */
export interface Measure {
  name: string
  /** At how many connections, one after the other. */
  connections: readonly number[]
  /** The bare SQL that it is a share of. */
  floor: FloorKind | null
  /** How often it may be done at most, and how often before it counts, at each number of connections. */
  requests: number
  warmUp: number
  /** A rush is over when all have handed in, however long it takes. */
  isWhole: boolean
  perform(client: LoadClient, index: number): Promise<unknown>
}

/** What the measures ask for and with. */
export interface Subject {
  people: People
  unitIds: readonly string[]
  /** Going round the units; each can be reported on once. */
  obligations: readonly FreshObligation[]
  reports: ReportCalls
}

const ALONE_AND_TOGETHER = [1, 16] as const
/** The rush: everybody reports on the last day. Through as many connections as there are between few and one a unit. */
const RUSH_CONNECTIONS = [16, 64, UNITS] as const
const REPORTS_A_UNIT_IN_A_RUSH = 3
/** What the app asks for first of a list that it reads in pages. */
const FIRST_PAGE = '?offset=0&limit=1000'

/** The least that a signed-in account can ask. */
export const TRIVIAL_CALL: ApiCall = { rpc: 'current_account', body: '{}', leastBytes: 100 }

/** Every measure that the database under test can be asked for. */
export function measuresOf(subject: Subject): Measure[] {
  return [...readingMeasures(subject), ...reportingMeasures(subject), importMeasure(subject)]
}

function readingMeasures({ people, unitIds }: Subject): Measure[] {
  const asLead = (name: string, floor: FloorKind | null, call: (index: number) => ApiCall): Measure => ({
    ...reading(name, floor),
    perform: (client, index) => client.call(call(index), people.lead),
  })
  const always = (rpc: string, leastBytes: number) => () => ({ rpc, body: '{}', leastBytes })
  return [
    asLead('trivial', null, () => TRIVIAL_CALL),
    asLead('list', 'list', (index) => listCall(unitIds[(index * 7) % UNITS])),
    asLead('unit overview', 'sum', always(`unit_overview${FIRST_PAGE}`, UNITS * 100)),
    asLead('plan overview', 'sum', always(`plan_overview${FIRST_PAGE}`, 25 * 200)),
    {
      ...reading('my obligations', null),
      perform: (client, index) => {
        const call = { rpc: `my_obligations${FIRST_PAGE}`, body: '{"p_with_all":false}', leastBytes: 2000 }
        return client.call(call, people.units[(index * 7) % UNITS] ?? '')
      },
    },
  ]
}

function reading(name: string, floor: FloorKind | null): Omit<Measure, 'perform'> {
  return { name, floor, connections: ALONE_AND_TOGETHER, requests: 5000, warmUp: 50, isWhole: false }
}

/** The first page of a unit's open tasks as the task list asks for it. */
function listCall(unitId: string | undefined): ApiCall {
  const body = { p_filter: { unit_id: unitId, signal: 'open' }, p_sort: 'urgency', p_limit: 50, p_offset: 0 }
  return { rpc: 'list_tasks', body: JSON.stringify(body), leastBytes: 2000 }
}

function reportingMeasures({ people, obligations, reports }: Subject): Measure[] {
  let taken = 0
  const take = () => {
    const fresh = obligations[taken++]
    if (fresh === undefined) throw new Error('no obligation is left to report on: ask for more --tasks')
    return fresh
  }
  const ways = [
    { words: 'save + submit', handIn: reports.saveAndSubmit.bind(reports), isThere: true },
    { words: 'hand_in_report', handIn: reports.handIn.bind(reports), isThere: reports.has('hand_in_report') },
  ].filter(({ isThere }) => isThere)
  // With few tasks each measure takes its part of the obligations, and leaves the others theirs.
  const part = Math.floor(obligations.length / 12)
  return ways.flatMap(({ words, handIn }) => {
    const perform = (client: LoadClient) => {
      const fresh = take()
      return handIn(fresh, (call) => client.call(call, people.units[fresh.unit] ?? ''))
    }
    const rush = Math.min(UNITS * REPORTS_A_UNIT_IN_A_RUSH, part)
    return [
      { ...report(`report (${words})`, ALONE_AND_TOGETHER), requests: Math.min(1000, part), perform },
      { ...report(`rush of ${rush} (${words})`, RUSH_CONNECTIONS), requests: rush, perform },
    ]
  })
}

function report(name: string, connections: readonly number[]): Omit<Measure, 'perform' | 'requests'> {
  const isRush = connections === RUSH_CONNECTIONS
  // Each of the server's sessions makes its plans in the first five; whoever rushes finds them made.
  return { name, connections, floor: 'insert', warmUp: isRush ? 0 : 8, isWhole: isRush }
}

function importMeasure({ people }: Subject): Measure {
  const call = importCall()
  return {
    name: 'import of 1 MB',
    connections: ALONE_AND_TOGETHER,
    floor: null,
    requests: 32,
    warmUp: 1,
    isWhole: false,
    perform: (client) => client.call(call, people.lead),
  }
}
