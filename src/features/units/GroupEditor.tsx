import {
  useCreateUnitGroup,
  useDeleteUnitGroup,
  useRenameUnitGroup,
  useSetUnitGroupMembers,
} from '@/data/units/mutations'
import type { UnitDirectory, UnitGroup } from '@/data/units/queries'
import type { UnitGroupId, UnitId } from '@/domain/ids'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { EmptyState } from '@/ui/EmptyState'
import { FormError } from '@/ui/FormError'
import { MutationForm } from '@/ui/MutationForm'
import { useCloseGuard } from '@/ui/use-close-guard'
import { Button, Form, Popconfirm, Select } from 'antd'
import Input from 'antd/es/input/Input'
import styles from './UnitSections.module.css'
import { AliasEditor } from './AliasEditor'

interface GroupEditorProps {
  readonly directory: UnitDirectory
  /** '' is closed, 'new' makes one. */
  readonly groupId: UnitGroupId | 'new' | ''
  readonly onClose: () => void
}

/** Makes or changes a unit group: its name, its members, its aliases. */
export function GroupEditor({ directory, groupId, onClose }: GroupEditorProps) {
  const group = directory.groups.find(({ id }) => id === groupId)
  return (
    <DetailDrawer
      isOpen={groupId !== ''}
      subject={groupId}
      title={group?.name ?? '新增单位组'}
      onClose={onClose}
      width={520}
    >
      {group === undefined && groupId !== 'new' ? (
        <EmptyState title="找不到这个单位组" hint="可能已被删除" />
      ) : (
        <>
          <GroupForm group={group} directory={directory} />
          {group === undefined ? null : (
            <>
              <AliasEditor aliases={group.aliases} owner={{ unitGroupId: group.id }} />
              <GroupEnd group={group} />
            </>
          )}
        </>
      )}
    </DetailDrawer>
  )
}

interface GroupFormProps {
  readonly group: UnitGroup | undefined
  readonly directory: UnitDirectory
}

interface GroupValues {
  readonly name: string
  readonly memberIds: UnitId[]
}

function GroupForm({ group, directory }: GroupFormProps) {
  const save = useSaveGroup(group)
  const units = directory.units.filter(
    ({ id, retiredOn }) => retiredOn === null || group?.memberIds.includes(id) === true,
  )
  return (
    <MutationForm<GroupValues>
      name="group"
      initialValues={{ name: group?.name ?? '', memberIds: [...(group?.memberIds ?? [])] }}
      actionLabel="保存"
      savedWords="已保存"
      onSave={save}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input maxLength={80} placeholder="例如 各街道" />
      </Form.Item>
      <Form.Item name="memberIds" label="成员" extra="已下达的计划保留当时的成员，以后加入的单位通过调整任务增加">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="输入名称查找"
        />
      </Form.Item>
    </MutationForm>
  )
}

/** Name and members are two writes; either failing keeps the form with its reason. */
function useSaveGroup(group: UnitGroup | undefined) {
  const create = useCreateUnitGroup()
  const rename = useRenameUnitGroup()
  const setMembers = useSetUnitGroupMembers()
  return async ({ name, memberIds }: GroupValues): Promise<void> => {
    if (group === undefined) return void (await create.mutateAsync({ name, memberIds }))
    if (name.trim() !== group.name) await rename.mutateAsync({ id: group.id, name })
    await setMembers.mutateAsync({ groupId: group.id, memberIds })
  }
}

function GroupEnd({ group }: { readonly group: UnitGroup }) {
  const { finish } = useCloseGuard()
  const remove = useDeleteUnitGroup()
  return (
    <section className={styles.section} aria-label="删除单位组">
      <p className={styles.hint}>删除单位组不影响其中的单位，也不影响已下达的计划。</p>
      <FormError error={remove.error} />
      <Popconfirm
        title={`删除${group.name}？`}
        okText="删除"
        onConfirm={() => remove.mutate(group.id, { onSuccess: finish })}
      >
        <Button danger loading={remove.isPending}>
          删除单位组
        </Button>
      </Popconfirm>
    </section>
  )
}
