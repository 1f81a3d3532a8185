import { Button, Form, type FormInstance } from 'antd'
import { useRef } from 'react'
import { Buttons } from './Buttons'
import { useFeedback } from './feedback/feedback-context'
import { FormError } from './FormError'
import { useAttempt } from './use-attempt'
import { useCloseGuard } from './use-close-guard'

interface MutationFormProps<Values> {
  /** Keeps the ids of its fields apart from those of other forms on the page. */
  readonly name?: string
  readonly form?: FormInstance<Values>
  readonly initialValues?: Readonly<Partial<Values>>
  /** The verb on the button. */
  readonly actionLabel: React.ReactNode
  readonly isDanger?: boolean
  /** A page of several forms has no main one. */
  readonly isQuiet?: boolean
  /** Whether what is filled in can be saved, where no field says so itself. */
  readonly isReady?: boolean
  readonly onChange?: (changed: Partial<Values>) => void
  /** Writes what was filled in. When it fails, the form keeps everything and says why. */
  readonly onSave: (values: Values) => Promise<unknown>
  /** Said over the page once it is written. */
  readonly savedWords?: string
  /** After it is written; without it the drawer around the form closes. */
  readonly onDone?: () => void
  /** The way out of a dialog. */
  readonly onCancel?: () => void
  readonly cancelLabel?: string
  readonly children: React.ReactNode
}

/** The one form that writes: its fields, why it was not saved, and the button that is busy meanwhile. */
export function MutationForm<Values extends object = object>(props: MutationFormProps<Values>) {
  const {
    actionLabel,
    isDanger = false,
    isQuiet = false,
    isReady = true,
    onCancel,
    cancelLabel = '取消',
    children,
  } = props
  const { say } = useFeedback()
  const { touch, settle, close } = useCloseGuard()
  const { isBusy, error, run } = useAttempt()
  const timesTyped = useRef(0)
  const type = () => {
    timesTyped.current += 1
    touch()
  }
  const save = async (values: Values) => {
    const sent = timesTyped.current
    if (!(await run(() => props.onSave(values)))) return
    if (props.savedWords !== undefined) say(props.savedWords)
    // What was typed while it was sent is not saved yet.
    if (timesTyped.current !== sent) return
    settle()
    ;(props.onDone ?? close)()
  }
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.form === undefined ? {} : { form: props.form })}
      {...(props.initialValues === undefined ? {} : { initialValues: props.initialValues })}
      onInput={type}
      onValuesChange={(changed: Partial<Values>) => {
        type()
        props.onChange?.(changed)
      }}
      onFinish={(values) => void save(values)}
    >
      {children}
      <FormError error={error} />
      <Buttons align={onCancel === undefined ? 'start' : 'end'}>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{cancelLabel}</Button>}
        <Button
          type={isQuiet ? 'default' : 'primary'}
          htmlType="submit"
          danger={isDanger}
          disabled={!isReady}
          loading={isBusy}
        >
          {actionLabel}
        </Button>
      </Buttons>
    </Form>
  )
}
