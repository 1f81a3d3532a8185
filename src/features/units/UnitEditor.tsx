import { useCreateUnit, useUpdateUnit } from '@/data/units/mutations'
import type { Unit, UnitDirectory } from '@/data/units/queries'
import { guessUnitKind } from '@/domain/units/guess-unit-kind'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { EmptyState } from '@/ui/EmptyState'
import { FormError } from '@/ui/FormError'
import { useCloseGuard } from '@/ui/use-close-guard'
import { App, Button, Form, Input, Select } from 'antd'
import { AliasEditor } from './AliasEditor'
import { UnitEnd } from './UnitEnd'

interface UnitEditorProps {
  readonly directory: UnitDirectory
  /** '' is closed, 'new' makes one. */
  readonly unitId: string
  readonly onClose: () => void
}

/** Makes or changes a unit: its name, kind, parent and aliases, and its end. */
export function UnitEditor({ directory, unitId, onClose }: UnitEditorProps) {
  const guard = useCloseGuard(onClose)
  const unit = directory.units.find(({ id }) => id === unitId)
  return (
    <DetailDrawer isOpen={unitId !== ''} title={unit?.name ?? '新增单位'} onClose={guard.close} width={520}>
      {unit === undefined && unitId !== 'new' ? (
        <EmptyState title="找不到这个单位" hint="可能已被删除" />
      ) : (
        <>
          <UnitForm
            key={`${unitId} ${guard.session}`}
            unit={unit}
            directory={directory}
            onTouch={guard.touch}
            onDone={guard.finish}
          />
          {unit === undefined ? null : (
            <>
              <AliasEditor aliases={unit.aliases} owner={{ unitId: unit.id }} />
              <UnitEnd unit={unit} onDeleted={guard.finish} />
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
  readonly onTouch: () => void
  readonly onDone: () => void
}

interface UnitValues {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId?: string
}

function UnitForm({ unit, directory, onTouch, onDone }: UnitFormProps) {
  const { message } = App.useApp()
  const [form] = Form.useForm<UnitValues>()
  const create = useCreateUnit()
  const update = useUpdateUnit()
  const write = unit === undefined ? create : update
  const parents = directory.units.filter(({ id, retiredOn }) => id !== unit?.id && retiredOn === null)

  const save = async ({ name, kind, parentId }: UnitValues) => {
    const input = { name, kind, parentId: parentId ?? null }
    try {
      await (unit === undefined ? create.mutateAsync(input) : update.mutateAsync({ id: unit.id, ...input }))
      void message.success('已保存')
      onDone()
    } catch {
      // The form keeps what was typed and shows why it was not saved.
    }
  }
  return (
    <Form<UnitValues>
      name="unit"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={
        unit === undefined
          ? { kind: 'department' }
          : { name: unit.name, kind: unit.kind, parentId: unit.parentId ?? undefined }
      }
      onValuesChange={(changed) => {
        onTouch()
        if (unit === undefined && changed.name !== undefined && !form.isFieldTouched('kind'))
          // A guess is no choice of the reader's: the next letter may tell otherwise.
          form.setFields([{ name: 'kind', value: guessUnitKind(changed.name), touched: false }])
      }}
      onFinish={(values) => void save(values)}
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
      <FormError error={write.error} />
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        保存
      </Button>
    </Form>
  )
}
