import { useImportUnits } from '@/data/units/mutations'
import type { UnitDirectory } from '@/data/units/queries'
import { parseUnitList, type UnitListLine } from '@/domain/units/parse-unit-list'
import { takenNames } from '@/domain/units/taken-names'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { Field } from '@/ui/Field'
import { MutationForm } from '@/ui/MutationForm'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { useCloseGuard } from '@/ui/use-close-guard'
import TextArea from 'antd/es/input/TextArea'
import { useDeferredValue, useMemo, useState } from 'react'
import styles from './UnitImportDrawer.module.css'

interface UnitImportDrawerProps {
  readonly directory: UnitDirectory
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Makes many units from a pasted list: all lines, or none while one of them has a problem. */
export function UnitImportDrawer({ directory, isOpen, onClose }: UnitImportDrawerProps) {
  return (
    <DetailDrawer isOpen={isOpen} title="粘贴名单导入" onClose={onClose} width={720}>
      <ImportForm directory={directory} />
    </DetailDrawer>
  )
}

const EXAMPLE = '县教育局\n东门街道，街道，东门街道办事处;东门，各街道\n县档案馆，事业单位'

function ImportForm({ directory }: { readonly directory: UnitDirectory }) {
  const { say } = useFeedback()
  const { touch, settle } = useCloseGuard()
  const [text, setText] = useState('')
  const pasted = useDeferredValue(text)
  const taken = useMemo(() => takenNames(directory), [directory])
  const lines = useMemo(() => parseUnitList(pasted, taken), [pasted, taken])
  const wrong = lines.filter(({ problems }) => problems.length > 0).length
  const { mutateAsync } = useImportUnits()
  const run = async () => {
    const count = await mutateAsync(lines)
    settle()
    say(`已导入 ${count} 个单位`)
  }
  return (
    <>
      <MutationForm
        actionLabel={lines.length === 0 ? '导入' : `导入 ${lines.length} 个单位`}
        isReady={lines.length > 0 && wrong === 0 && text === pasted}
        onSave={run}
      >
        <Field label="一行一个单位：名称，类别，别名，单位组。后三项可不填；同一项里有几个，用分号隔开。可从 Excel 整块粘贴。">
          <TextArea
            autoFocus
            rows={8}
            placeholder={EXAMPLE}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              touch()
            }}
          />
        </Field>
        <p role="status" className={styles.sum}>
          {lines.length === 0
            ? '粘贴后在这里核对'
            : wrong === 0
              ? `共 ${lines.length} 个单位，可以导入`
              : `共 ${lines.length} 行，${wrong} 行有问题，改好后才能导入`}
        </p>
      </MutationForm>
      {lines.length === 0 ? null : <Preview lines={lines} />}
    </>
  )
}

/** How each line was understood, those with problems first. */
function Preview({ lines }: { readonly lines: readonly UnitListLine[] }) {
  const ordered = [
    ...lines.filter(({ problems }) => problems.length > 0),
    ...lines.filter(({ problems }) => problems.length === 0),
  ]
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="导入核对">
        <thead>
          <tr>
            {['行', '名称', '类别', '别名', '单位组'].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, SHOWN_LINES).map((line) => (
            <PreviewRow key={line.line} line={line} />
          ))}
        </tbody>
      </table>
      {ordered.length > SHOWN_LINES ? (
        <p className={styles.sum}>其余 {ordered.length - SHOWN_LINES} 行没有列出。</p>
      ) : null}
    </div>
  )
}

const SHOWN_LINES = 200

function PreviewRow({ line }: { readonly line: UnitListLine }) {
  return (
    <>
      <tr className={line.problems.length > 0 ? styles.wrong : undefined}>
        <td>{line.line}</td>
        <td>{line.name}</td>
        <td>{unitKindVocabulary.label(line.kind)}</td>
        <td>{line.aliases.join('、')}</td>
        <td>{line.groups.join('、')}</td>
      </tr>
      {line.problems.length === 0 ? null : (
        <tr className={styles.wrong}>
          <td />
          <td colSpan={4} className={styles.problem}>
            {line.problems.join('；')}
          </td>
        </tr>
      )}
    </>
  )
}
