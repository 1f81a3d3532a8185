import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { unitDirectoryOptions } from '@/data/units/queries'
import type { UnitGroupId, UnitId } from '@/domain/ids'
import { noId } from '@/lib/brand'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { Tabs } from '@/ui/tabs/Tabs'
import { Button } from 'antd'
import { GroupTable } from './GroupTable'
import { UnitTable } from './UnitTable'

// Most readers come to look a unit up.
const UnitEditor = openedPart(() => import('./UnitEditor').then((module) => module.UnitEditor))
const GroupEditor = openedPart(() => import('./GroupEditor').then((module) => module.GroupEditor))
const UnitImportDrawer = openedPart(() => import('./UnitImportDrawer').then((module) => module.UnitImportDrawer))

/** `edit` and `group` name what stands in the drawer; `new` is one that is being made. */
const defaults = {
  tab: 'units',
  edit: noId<UnitId | 'new'>(),
  group: noId<UnitGroupId | 'new'>(),
  importing: false,
} as const

interface UnitListPageProps {
  /** What the lead office has to do first, said where there is no unit yet. */
  readonly firstSteps?: React.ReactNode
}

/** The units and groups that plans speak of; the lead office keeps them, leadership reads. */
export function UnitListPage({ firstSteps }: UnitListPageProps) {
  const isEditor = useCurrentAccount().role === 'lead_office'
  const [search, update] = useSearchState(defaults)
  const query = useQuery(unitDirectoryOptions())
  const isGroups = search.tab === 'groups'
  return (
    <>
      <PageHeader
        title="哪些单位承担任务？"
        paperTitle="单位名录"
        action={
          isEditor ? (
            <Button type="primary" onClick={() => update(isGroups ? { group: 'new' } : { edit: 'new' })}>
              {isGroups ? '新增单位组' : '新增单位'}
            </Button>
          ) : undefined
        }
        secondary={isEditor ? <Button onClick={() => update({ importing: true })}>粘贴名单导入</Button> : undefined}
      />
      {isEditor && query.data?.units.length === 0 ? firstSteps : null}
      <Paper isFlush>
        <QueryState query={query}>
          {(directory) => (
            <>
              <Tabs
                isFlush
                active={isGroups ? 'groups' : 'units'}
                onChange={(tab) => update({ tab })}
                tabs={[
                  {
                    key: 'units',
                    label: `单位 ${directory.units.length}`,
                    panel: (
                      <UnitTable directory={directory} onEdit={isEditor ? (edit) => update({ edit }) : undefined} />
                    ),
                  },
                  {
                    key: 'groups',
                    label: `单位组 ${directory.groups.length}`,
                    panel: (
                      <GroupTable directory={directory} onEdit={isEditor ? (group) => update({ group }) : undefined} />
                    ),
                  },
                ]}
              />
              {isEditor ? (
                <>
                  <UnitEditor
                    isOpen={search.edit !== ''}
                    directory={directory}
                    unitId={search.edit}
                    onClose={() => update({ edit: '' })}
                  />
                  <GroupEditor
                    isOpen={search.group !== ''}
                    directory={directory}
                    groupId={search.group}
                    onClose={() => update({ group: '' })}
                  />
                  <UnitImportDrawer
                    directory={directory}
                    isOpen={search.importing}
                    onClose={() => update({ importing: false })}
                  />
                </>
              ) : null}
            </>
          )}
        </QueryState>
      </Paper>
    </>
  )
}
