import { OverallSheet } from '../../src/features/dashboard/OverallSheet'
import { planColumns } from '../../src/features/dashboard/plan-columns'
import { sectionColumns } from '../../src/features/dashboard/section-columns'
import { unitColumns } from '../../src/features/dashboard/unit-columns'
import { unitColumns as directoryColumns } from '../../src/features/units/unit-columns'
import { UnitStanding } from '../../src/features/units/UnitStanding'
import { everything, planOf, sectionOf, thePlan, theUnit, unitOf, unitsKnown } from './state-samples'
import { Read, Table, type StateScreen } from './screen-parts'

/** The parts that show how many stand so. */
export const figureScreens: readonly StateScreen[] = [
  {
    path: 'features/dashboard/OverallSheet.tsx',
    of: 'task',
    tells: ['count', 'percent'],
    show: (state) => <OverallSheet plans={[planOf(state)]} scope={everything} />,
  },
  {
    path: 'features/dashboard/plan-columns.tsx',
    of: 'task',
    tells: ['count', 'percent'],
    show: (state) => <Table columns={planColumns(null)} row={planOf(state)} />,
  },
  {
    path: 'features/dashboard/section-columns.tsx',
    of: 'task',
    tells: ['count', 'percent'],
    show: (state) => <Table columns={sectionColumns({ planId: thePlan, asOf: null }, 1)} row={sectionOf(state)} />,
  },
  {
    path: 'features/dashboard/unit-columns.tsx',
    of: 'task',
    tells: ['count', 'percent'],
    show: (state) => <Table columns={unitColumns(everything, 1)} row={unitOf(state)} />,
  },
  {
    path: 'features/units/UnitStanding.tsx',
    of: 'task',
    tells: ['count', 'percent'],
    show: (state) => (
      <Read known={unitsKnown(state)}>
        <UnitStanding unitId={theUnit} asOf={null} planId="" />
      </Read>
    ),
  },
  {
    path: 'features/units/unit-columns.tsx',
    of: 'task',
    tells: ['count'],
    show: (state) => (
      <Table
        columns={directoryColumns(undefined)}
        row={{
          id: theUnit,
          name: '某局',
          kind: 'department',
          parentId: null,
          retiredOn: null,
          mergedInto: null,
          aliases: [],
          groups: [],
          contacts: [],
          accounts: 1,
          isInvited: false,
          overview: unitOf(state),
        }}
      />
    ),
  },
]
