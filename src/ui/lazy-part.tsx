import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react'
import { Notice } from './Notice'
import { TextButton } from './TextButton'

type Load<Props> = () => Promise<ComponentType<Props>>

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
  const Part = lazyPart(load)
  return function OpenedPart(props: Props & { readonly isOpen: boolean }) {
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
      这一部分没有取到，可能网络中断或系统刚更新过。已填的内容还在，请重试。
    </Notice>
  )
}
