import type { IssuedInvitation } from '@/data/accounts/account'
import { useCreateInvitation, useInviteUnits } from '@/data/accounts/mutations'
import { unitOptionsOptions } from '@/data/units/queries'
import type { UnitId } from '@/domain/ids'
import { roleVocabulary, type Role } from '@/domain/permissions/role-vocabulary'
import { FormError } from '@/ui/FormError'
import { MutationForm } from '@/ui/MutationForm'
import { Skeleton } from '@/ui/Skeleton'
import { TextButton } from '@/ui/TextButton'
import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import Input from 'antd/es/input/Input'
import styles from './accounts.module.css'
import { useUninvitedUnits } from './use-uninvited-units'
import { DEFAULT_DAYS, ValidDaysField } from './ValidDaysField'

interface InviteFormProps {
  readonly isForAllUnits: boolean
  readonly onIssued: (issued: readonly IssuedInvitation[]) => void
  readonly onCancel: () => void
}

interface InviteFields {
  readonly role: Role
  readonly unitIds?: readonly UnitId[]
  readonly note?: string
  readonly validDays: number
}

/** Whom to invite, and for how long the link works. */
export function InviteForm({ isForAllUnits, onIssued, onCancel }: InviteFormProps) {
  const [form] = Form.useForm<InviteFields>()
  const uninvited = useUninvitedUnits()
  const allIds = uninvited.units.map(({ id }) => id)
  const invite = useInviting()
  if (isForAllUnits && uninvited.isPending) return <Skeleton />
  return (
    <MutationForm<InviteFields>
      form={form}
      initialValues={{ role: 'department', validDays: DEFAULT_DAYS, unitIds: isForAllUnits ? allIds : [] }}
      actionLabel="生成邀请链接"
      onSave={async (fields) => onIssued(await invite(fields))}
      // The links stand in its place by now, and are shown only once.
      onDone={() => undefined}
      onCancel={onCancel}
    >
      <Form.Item label="角色" name="role">
        <Radio.Group className={styles.roleChoice ?? ''}>
          {roleVocabulary.entries.map(({ value, label, description }) => (
            <Radio key={value} value={value}>
              {label} <span className="faint">{description}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: InviteFields, after: InviteFields) => before.role !== after.role}>
        {({ getFieldValue }) => (getFieldValue('role') === 'department' ? <UnitField uninvitedIds={allIds} /> : null)}
      </Form.Item>
      <Form.Item label="备注（可不填）" name="note" extra="只有政务公开办看得到，如联络员姓名">
        <Input maxLength={100} />
      </Form.Item>
      <ValidDaysField />
    </MutationForm>
  )
}

function UnitField({ uninvitedIds }: { readonly uninvitedIds: readonly UnitId[] }) {
  const form = Form.useFormInstance<InviteFields>()
  const units = useQuery(unitOptionsOptions())
  return (
    <>
      <Form.Item
        label="单位"
        name="unitIds"
        extra="可以选多个，每个单位一个链接"
        rules={[{ required: true, message: '请选择单位' }]}
      >
        <Select
          mode="multiple"
          loading={units.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择单位"
          maxTagCount={6}
          options={units.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
      {uninvitedIds.length === 0 ? null : (
        <p className={styles.chooseAll}>
          <TextButton onClick={() => form.setFieldValue('unitIds', uninvitedIds)}>
            选全部没有账号、也没有有效链接的单位（{uninvitedIds.length} 个）
          </TextButton>
        </p>
      )}
      <FormError error={units.error} />
    </>
  )
}

/** Units in one go, so that none is left half way; another role has one link. */
function useInviting(): (fields: InviteFields) => Promise<readonly IssuedInvitation[]> {
  const inviteUnits = useInviteUnits()
  const inviteRole = useCreateInvitation()
  return async ({ role, unitIds = [], note = '', validDays }) => {
    if (role === 'department') return inviteUnits.mutateAsync({ unitIds, note: note.trim(), validDays })
    const code = await inviteRole.mutateAsync({ role, unitId: null, note: note.trim(), validDays })
    return [{ ...code, unitId: null, name: roleVocabulary.label(role) }]
  }
}
