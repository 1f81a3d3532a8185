import type { DraftName } from '@/domain/plan-draft/unit-names'
import { guessUnitKind, isCollectiveName } from '@/domain/units/guess-unit-kind'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { suggestUnits } from '@/domain/plan-document/unit-names'
import { MutationForm } from '@/ui/MutationForm'
import { Button, Checkbox, Modal, Select } from 'antd'
import { useState } from 'react'
import styles from './NameList.module.css'
import type { NameSuggestion } from './suggestions'
import { useNameActions, type NameTarget } from './use-name-actions'

interface BulkNamesProps {
  readonly names: readonly DraftName[]
  readonly suggestions: ReadonlyMap<string, readonly NameSuggestion[]>
}

interface CertainName {
  readonly name: string
  readonly suggestion: NameSuggestion
  readonly target: NameTarget
}

/** All at once: take the certain suggestions, or make units of what remains; each after a look at the list. */
export function BulkNames({ names, suggestions }: BulkNamesProps) {
  const [dialog, setDialog] = useState<'certain' | 'create' | null>(null)
  const certain = names.flatMap(({ name }): CertainName[] => {
    const suggestion = suggestions.get(name)?.find((one) => one.isCertain)
    return suggestion === undefined || suggestion.target.kind === 'not_tracked'
      ? []
      : [{ name, suggestion, target: suggestion.target }]
  })
  const close = () => setDialog(null)
  return (
    <div className={styles.bulk}>
      <span>还有 {names.length} 个名称未对应。</span>
      <Button disabled={certain.length === 0} onClick={() => setDialog('certain')}>
        采用全部确定的建议（{certain.length}）
      </Button>
      <Button onClick={() => setDialog('create')}>新建所有剩余单位</Button>
      <Modal
        open={dialog !== null}
        title={dialog === 'certain' ? '采用这些建议，并记为别名' : '新建这些单位'}
        onCancel={close}
        footer={null}
        width={600}
        destroyOnHidden
      >
        {dialog === 'certain' ? <AcceptForm certain={certain} onDone={close} /> : null}
        {dialog === 'create' ? <CreateForm names={names} onDone={close} /> : null}
      </Modal>
    </div>
  )
}

function AcceptForm({ certain, onDone }: { readonly certain: readonly CertainName[]; readonly onDone: () => void }) {
  const { remember } = useNameActions()
  const submit = async () => {
    for (const { name, target } of certain) await remember(name, target)
  }
  return (
    <MutationForm actionLabel={`采用 ${certain.length} 条建议`} onDone={onDone} onCancel={onDone} onSave={submit}>
      <ul className={styles.bulkList}>
        {certain.map(({ name, suggestion }) => (
          <li key={name}>
            {name} → {suggestion.name}
          </li>
        ))}
      </ul>
    </MutationForm>
  )
}

function CreateForm({ names, onDone }: { readonly names: readonly DraftName[]; readonly onDone: () => void }) {
  const { createUnits } = useNameActions()
  const [rows, setRows] = useState(() => newUnitRows(names.map(({ name }) => name)))
  const chosen = rows.filter((row) => row.isChosen)
  const change = (at: number, fields: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...fields } : row)))
  return (
    <MutationForm
      actionLabel={`新建 ${chosen.length} 个单位`}
      isReady={chosen.length > 0}
      onDone={onDone}
      onCancel={onDone}
      onSave={() => createUnits(chosen.map(({ name, kind }) => ({ name, kind, aliases: [] })))}
    >
      <ul className={styles.bulkList}>
        {rows.map((row, at) => (
          <li key={row.name} className={styles.bulkRow}>
            <Checkbox checked={row.isChosen} onChange={(event) => change(at, { isChosen: event.target.checked })}>
              {row.name}
              {row.note === '' ? null : <span className={styles.note}>{row.note}</span>}
            </Checkbox>
            <Select<UnitKind>
              size="small"
              className={styles.kind ?? ''}
              aria-label={`${row.name}的种类`}
              value={row.kind}
              options={unitKindVocabulary.entries.map(({ value, label }) => ({ value, label }))}
              onChange={(kind) => change(at, { kind })}
            />
          </li>
        ))}
      </ul>
    </MutationForm>
  )
}

interface NewUnitRow {
  readonly name: string
  readonly kind: UnitKind
  readonly isChosen: boolean
  /** Why the name is left out at first. */
  readonly note: string
}

const SAME_SCORE = 0.88

/** A row a name; what seems to be many units, or another name of one in the list, is left out at first. */
function newUnitRows(names: readonly string[]): NewUnitRow[] {
  const single = names.filter((name) => !isCollectiveName(name)).map((name) => ({ name }))
  const taken = new Set<string>()
  return names.map((name) => {
    const kind = guessUnitKind(name)
    if (isCollectiveName(name)) return { name, kind, isChosen: false, note: '像单位组' }
    const twin = suggestUnits(
      name,
      single.filter((other) => other.name !== name),
    ).find(({ score, unit }) => score >= SAME_SCORE && !taken.has(unit.name))
    if (twin === undefined) return { name, kind, isChosen: true, note: '' }
    taken.add(name)
    return { name, kind, isChosen: false, note: `可能就是「${twin.unit.name}」` }
  })
}
