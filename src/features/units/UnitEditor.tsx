import { useCreateUnit, useUpdateUnit } from '@/data/units/mutations'
import type { Unit, UnitDirectory } from '@/data/units/queries'
import type { UnitId } from '@/domain/ids'
import { guessUnitKind } from '@/domain/units/guess-unit-kind'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { EmptyState } from '@/ui/EmptyState'
import { MutationForm } from '@/ui/MutationForm'
import { Form, Select } from 'antd'
import Input from 'antd/es/input/Input'
import { AliasEditor } from './AliasEditor'
import { UnitContacts } from './UnitContacts'
import { UnitEnd } from './UnitEnd'

interface UnitEditorProps {
  readonly directory: UnitDirectory
  /** '' is closed, 'new' makes one. */
  readonly unitId: UnitId | 'new' | ''
  readonly onClose: () => void
}

/** Makes or changes a unit: its name, kind, parent, aliases and contacts, and its end. */
export function UnitEditor({ directory, unitId, onClose }: UnitEditorProps) {
  const unit = directory.units.find(({ id }) => id === unitId)
  return (
    <DetailDrawer
      isOpen={unitId !== ''}
      subject={unitId}
      title={unit?.name ?? '新增单位'}
      onClose={onClose}
      width={520}
    >
      {unit === undefined && unitId !== 'new' ? (
        <EmptyState title="找不到这个单位" hint="可能已被删除" />
      ) : (
        <>
          <UnitForm unit={unit} directory={directory} />
          {unit === undefined ? null : (
            <>
              <AliasEditor aliases={unit.aliases} owner={{ unitId: unit.id }} />
              <UnitContacts unitId={unit.id} />
              <UnitEnd unit={unit} directory={directory} />
            </>
          )}
        </>
      )}
    </DetailDrawer>
  )
}

interface UnitFormProps {
  readonly unit: Unit | undefined
  readonly directory: UnitDirectory
}

interface UnitValues {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId?: UnitId
}

function UnitForm({ unit, directory }: UnitFormProps) {
  const [form] = Form.useForm<UnitValues>()
  const create = useCreateUnit()
  const update = useUpdateUnit()
  const parents = directory.units.filter(({ id, retiredOn }) => id !== unit?.id && retiredOn === null)

  const save = ({ name, kind, parentId }: UnitValues): Promise<unknown> => {
    const input = { name, kind, parentId: parentId ?? null }
    return unit === undefined ? create.mutateAsync(input) : update.mutateAsync({ id: unit.id, ...input })
  }
  return (
    <MutationForm<UnitValues>
      name="unit"
      form={form}
      initialValues={
        unit === undefined
          ? { kind: 'department' }
          : { name: unit.name, kind: unit.kind, ...(unit.parentId === null ? {} : { parentId: unit.parentId }) }
      }
      onChange={(changed) => {
        if (unit === undefined && changed.name !== undefined && !form.isFieldTouched('kind'))
          // A guess is no choice of the reader's: the next letter may tell otherwise.
          form.setFields([{ name: 'kind', value: guessUnitKind(changed.name), touched: false }])
      }}
      actionLabel="保存"
      savedWords="已保存"
      onSave={save}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input maxLength={80} autoFocus={unit === undefined} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Select options={unitKindVocabulary.entries.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="parentId" label="上级单位（可不填）">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={parents.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </MutationForm>
  )
}
