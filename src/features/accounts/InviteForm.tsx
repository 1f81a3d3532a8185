import { useCreateInvitation } from '@/data/accounts/mutations'
import { unitOptionsOptions, type UnitOption } from '@/data/units/queries'
import { absoluteUrl, paths } from '@/domain/addresses/paths'
import { roleVocabulary, type Role } from '@/domain/permissions/role-vocabulary'
import { FormError } from '@/ui/FormError'
import { MutationForm } from '@/ui/MutationForm'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import { userMessage } from '@/data/error-messages'
import type { UnitId } from '@/domain/ids'
import styles from './accounts.module.css'
import { inviteAll, type Invitee, type IssuedInvitation } from './invite'

interface InviteFormProps {
  readonly onIssued: (issued: readonly IssuedInvitation[]) => void
  readonly onCancel: () => void
}

interface InviteFields {
  readonly role: Role
  readonly unitIds?: readonly UnitId[]
  readonly note?: string
  readonly validDays: number
}

const VALID_DAYS = [3, 7, 14, 30].map((days) => ({ value: days, label: `${days} 天` }))
const INITIAL = { role: 'department', validDays: 7, unitIds: [] } as const

/** Whom to invite, and for how long the link works. */
export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const units = useQuery(unitOptionsOptions())
  const { progress, submit } = useInviting(units.data ?? [], onIssued)
  return (
    <MutationForm<InviteFields>
      initialValues={INITIAL}
      actionLabel={progress === null ? '生成邀请链接' : `正在生成 ${progress}`}
      onSave={submit}
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
        {({ getFieldValue }) =>
          getFieldValue('role') === 'department' ? (
            <UnitField units={units.data ?? []} isLoading={units.isPending} />
          ) : null
        }
      </Form.Item>
      <FormError error={units.error} />
      <Form.Item label="备注（可不填）" name="note" extra="只有政务公开办看得到，如联络员姓名">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label="链接有效期" name="validDays">
        <Select options={VALID_DAYS} />
      </Form.Item>
    </MutationForm>
  )
}

function UnitField({ units, isLoading }: { readonly units: readonly UnitOption[]; readonly isLoading: boolean }) {
  return (
    <Form.Item
      label="单位"
      name="unitIds"
      extra="可以选多个，每个单位一个链接"
      rules={[{ required: true, message: '请选择单位' }]}
    >
      <Select
        mode="multiple"
        loading={isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择单位"
        maxTagCount={6}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}

/** Makes the invitations one by one and hands on those that were made. */
function useInviting(units: readonly UnitOption[], onIssued: InviteFormProps['onIssued']) {
  const { say } = useFeedback()
  const create = useCreateInvitation()
  const [progress, setProgress] = useState<number | null>(null)

  const submit = async (fields: InviteFields) => {
    setProgress(0)
    const { role, note = '', validDays } = fields
    const result = await inviteAll({
      invitees: inviteesOf(fields, units),
      invite: (invitee) => create.mutateAsync({ role, unitId: invitee.unitId, note: note.trim(), validDays }),
      urlOf: (code) => absoluteUrl(paths.invitation.to(code), globalThis.location.origin),
      onIssued: setProgress,
    })
    setProgress(null)
    if (result.issued.length === 0) throw result.error
    if (result.error !== null) say(`只生成了 ${result.issued.length} 个链接。${userMessage(result.error)}`, 'bad')
    onIssued(result.issued)
  }
  return { progress, submit }
}

function inviteesOf({ role, unitIds = [] }: InviteFields, units: readonly UnitOption[]): Invitee[] {
  if (role !== 'department') return [{ unitId: null, name: roleVocabulary.label(role) }]
  return unitIds.map((unitId) => ({ unitId, name: units.find((unit) => unit.id === unitId)?.name ?? '' }))
}
