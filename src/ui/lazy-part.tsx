import { lazy, Suspense, useEffect, useEffectEvent, useState, type ComponentType, type FunctionComponent } from 'react'
import { useFeedback } from './feedback/feedback-context'
import { Notice } from './Notice'
import { TextButton } from './TextButton'

const NOT_HERE = '这一部分没有取到，可能网络中断或系统刚更新过。已填的内容还在，请重试。'

type Load<Props> = () => Promise<FunctionComponent<Props>>

/**
 * A part that is fetched when it is first shown, inside `Suspense`. Without a network, or after the system was renewed, it
 * cannot come: then it says so in its own place, where the page and all that was typed on it stay, or `Missing` stands in.
 */
export function lazyPart<Props extends object>(load: Load<Props>, Missing: ComponentType<Props> = notFetched(load)) {
  return lazy(() =>
    load().then(
      (Part) => ({ default: Part }),
      () => ({ default: Missing }),
    ),
  )
}

/** A drawer or a dialog, fetched when it is first opened; from then on it stays, and closes with its own motion. */
export function openedPart<Props extends object>(load: Load<Props>) {
  const Part = lazyPart<Props & Opened>(load, notOpened(load))
  return function OpenedPart(props: Props & Opened) {
    const [wasOpened, setWasOpened] = useState(props.isOpen)
    if (props.isOpen && !wasOpened) setWasOpened(true)
    if (!wasOpened) return null
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
}

interface Opened {
  readonly isOpen: boolean
  readonly onClose?: () => void
}

/**
 * Says over the page that it did not come, where somebody just reached for it, and closes; opened again, it is asked for
 * again. What cannot be closed says so in its own place.
 */
function notOpened<Props extends object>(load: Load<Props>): ComponentType<Props & Opened> {
  const InPlace = notFetched(load)
  return function NotOpened(props: Props & Opened) {
    const { isOpen, onClose } = props
    const isClosable = onClose !== undefined
    const { say } = useFeedback()
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    const fetchAgain = useEffectEvent(() =>
      load()
        .then((part) => setPart(() => part))
        .catch(() => {
          say(NOT_HERE, 'bad')
          onClose?.()
        }),
    )
    useEffect(() => {
      if (isOpen && isClosable) void fetchAgain()
    }, [isOpen, isClosable])
    if (!isClosable) return isOpen ? <InPlace {...props} /> : null
    return Part === null ? null : <Part {...props} />
  }
}

interface NotHereProps {
  readonly onRetry: () => void
}

/** What stands where a part did not come, said by `NotHere`; it tries again each time it is shown. */
export function notFetched<Props extends object>(
  load: Load<Props>,
  NotHere: ComponentType<NotHereProps> = PartNotHere,
): ComponentType<Props> {
  return function NotFetched(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    const fetchAgain = () =>
      void load()
        .then((part) => setPart(() => part))
        .catch(() => undefined)
    useEffect(fetchAgain, [])
    if (Part !== null) return <Part {...props} />
    return <NotHere onRetry={fetchAgain} />
  }
}

function PartNotHere({ onRetry }: NotHereProps) {
  return (
    <Notice tone="bad" role="alert" actions={<TextButton onClick={onRetry}>重试</TextButton>}>
      {NOT_HERE}
    </Notice>
  )
}
