import { myObligationsOptions } from '../../src/data/obligations/queries'
import { taskDetailOptions } from '../../src/data/tasks/queries'
import { MatrixTable } from '../../src/features/dashboard/MatrixSheet'
import { filterOf } from '../../src/features/dashboard/scope'
import { TaskShortLists } from '../../src/features/dashboard/TaskShortLists'
import { LineageRow } from '../../src/features/lineage/task/LineageRow'
import { MilestonePicker } from '../../src/features/reporting/MilestonePicker'
import { NextDue } from '../../src/features/reporting/NextDue'
import { ObligationRow } from '../../src/features/reporting/ObligationRow'
import { queueColumns } from '../../src/features/review/queue-columns'
import { ObligationTable } from '../../src/features/tasks/ObligationTable'
import { taskColumns } from '../../src/features/tasks/task-columns'
import { TaskView } from '../../src/features/tasks/TaskView'
import { AgeText } from '../../src/ui/work/AgeText'
import { DueText } from '../../src/ui/work/DueText'
import { PercentBar } from '../../src/ui/work/PercentBar'
import { ReportText } from '../../src/ui/work/ReportText'
import { RequirementSheet } from '../../src/ui/work/RequirementSheet'
import { SignalBar } from '../../src/ui/work/SignalBar'
import { SignalCounts } from '../../src/ui/work/SignalCounts'
import { SignalTag } from '../../src/ui/work/SignalTag'
import { milestoneId, obligationId, submissionId } from './ids'
import {
  countsOf,
  everything,
  lineageEntry,
  listItemOf,
  listsKnown,
  names,
  obligationOf,
  stateKnown,
  task,
  thePlan,
  theTask,
} from './state-samples'
import { figureScreens } from './figure-screens'
import { Read, Table, type StateScreen } from './screen-parts'

/** Every part of the app that shows how something stands; a test holds the list against the files that do. */
export const stateScreens: readonly StateScreen[] = [
  { path: 'ui/work/SignalTag.tsx', of: 'either', tells: ['lamp'], show: (state) => <SignalTag state={state} /> },
  { path: 'ui/work/DueText.tsx', of: 'either', tells: ['due'], show: (state) => <DueText state={state} /> },
  { path: 'ui/work/AgeText.tsx', of: 'either', tells: ['age'], show: (state) => <AgeText state={state} /> },
  {
    path: 'ui/work/PercentBar.tsx',
    of: 'either',
    tells: ['percent'],
    show: (state) => <PercentBar progress={state} />,
  },
  {
    path: 'ui/work/SignalCounts.tsx',
    of: 'task',
    tells: ['count'],
    show: (state) => <SignalCounts counts={countsOf(state)} hrefOf={() => '/'} />,
  },
  {
    path: 'ui/work/SignalBar.tsx',
    of: 'task',
    tells: ['count'],
    show: (state) => <SignalBar counts={countsOf(state)} max={1} />,
  },
  {
    path: 'ui/work/ReportText.tsx',
    of: 'either',
    tells: [],
    show: ({ percent }) => (
      <ReportText content={{ kind: 'progress', percent: percent ?? 0, done: '', nextSteps: '', problems: '' }} />
    ),
  },
  {
    path: 'ui/work/RequirementSheet.tsx',
    of: 'obligation',
    tells: ['lamp', 'due', 'age'],
    show: (state) => (
      <RequirementSheet
        {...obligationOf(state)}
        sectionTitle={null}
        taskRequirement="原文"
        standing={obligationOf(state)}
      />
    ),
  },
  {
    path: 'features/reporting/ObligationRow.tsx',
    of: 'obligation',
    tells: ['lamp', 'due', 'age', 'percent'],
    show: (state) => (
      <ul>
        <ObligationRow obligation={obligationOf(state)} />
      </ul>
    ),
  },
  {
    path: 'features/reporting/MilestonePicker.tsx',
    of: 'obligation',
    tells: ['lamp'],
    show: (state) => (
      <MilestonePicker
        obligations={[obligationOf(state), { ...obligationOf(state), id: obligationId('o2') }]}
        chosenId={obligationId('o')}
      />
    ),
  },
  {
    path: 'features/reporting/NextDue.tsx',
    of: 'obligation',
    tells: [],
    show: (state) => (
      <Read known={[[myObligationsOptions(false).queryKey, [obligationOf(state)]]]}>
        <NextDue after={obligationId('other')} />
      </Read>
    ),
  },
  {
    path: 'features/review/queue-columns.tsx',
    of: 'obligation',
    tells: [],
    show: ({ dueOn, waitingPercent }) => (
      <Table
        columns={queueColumns}
        row={{
          id: submissionId('s'),
          kind: 'progress',
          percent: waitingPercent ?? 40,
          done: '',
          submittedAt: '2021-09-18T01:00:00Z',
          number: 1,
          unitName: '某局',
          taskNumber: null,
          taskTitle: '一项工作',
          planTitle: '一份要点',
          evidenceCount: 1,
          dueOn,
          milestoneDueOn: dueOn,
        }}
      />
    ),
  },
  {
    path: 'features/tasks/ObligationTable.tsx',
    of: 'obligation',
    tells: ['lamp', 'age', 'percent'],
    show: (state) => <ObligationTable obligations={[obligationOf(state)]} />,
  },
  {
    path: 'features/tasks/task-columns.tsx',
    of: 'task',
    tells: ['lamp', 'due', 'age', 'percent'],
    show: (state) => (
      <Table columns={taskColumns({ filter: filterOf(everything) }, {}, (units) => units)} row={listItemOf(state)} />
    ),
  },
  {
    path: 'features/tasks/TaskView.tsx',
    of: 'task',
    tells: ['lamp', 'due', 'age', 'percent'],
    show: (state) => (
      <Read known={[[taskDetailOptions(theTask).queryKey, task], stateKnown(state)]}>
        <TaskView taskId={theTask} asOf={null} sheets={[]} />
      </Read>
    ),
  },
  {
    path: 'features/lineage/task/LineageRow.tsx',
    of: 'task',
    tells: ['lamp'],
    show: (state) => (
      <Read known={[stateKnown(state)]}>
        <LineageRow entry={lineageEntry} side="above" asOf={null} canEdit={false} />
      </Read>
    ),
  },
  {
    path: 'features/dashboard/TaskShortLists.tsx',
    of: 'task',
    tells: ['lamp', 'age'],
    show: (state) => (
      <Read known={listsKnown(state)}>
        <TaskShortLists scope={everything} />
      </Read>
    ),
  },
  {
    path: 'features/dashboard/MatrixSheet.tsx',
    of: 'task',
    tells: ['lamp', 'percent'],
    show: (state) => (
      <MatrixTable
        matrix={{
          years: [2021],
          tasks: [
            {
              ...names,
              taskId: theTask,
              milestones: [
                {
                  ...state,
                  milestoneId: milestoneId('m'),
                  milestoneDueOn: state.dueOn,
                  lastDueOn: state.dueOn,
                  year: 2021,
                  requirement: '',
                },
              ],
            },
          ],
        }}
        scope={{ planId: thePlan, asOf: null }}
      />
    ),
  },
  ...figureScreens,
]
