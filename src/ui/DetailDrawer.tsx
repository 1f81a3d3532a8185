import { Drawer } from 'antd'
import { GuardedContent } from './GuardedContent'
import { useCloseGuardOf } from './use-close-guard'
import { useIsPhone } from './use-media-query'

interface DetailDrawerProps {
  readonly isOpen: boolean
  readonly title: React.ReactNode
  readonly onClose: () => void
  /** Which of the list it is about, where it may turn to another. */
  readonly subject?: string
  /** Quiet controls at the right of the title, such as a link to the whole page. */
  readonly aside?: React.ReactNode
  readonly width?: number
  readonly children: React.ReactNode
}

const DEFAULT_WIDTH = 640

/** Details beside a list that keeps its place; the whole screen on a phone. Asks before typed words are lost. */
export function DetailDrawer(props: DetailDrawerProps) {
  const { isOpen, title, onClose, subject, aside, width = DEFAULT_WIDTH, children } = props
  const isPhone = useIsPhone()
  const guard = useCloseGuardOf(onClose)
  return (
    <Drawer
      open={isOpen}
      title={<h2>{title}</h2>}
      onClose={guard.close}
      size={isPhone ? '100%' : width}
      extra={aside}
      destroyOnHidden
      // The list stays readable and clickable beside the drawer until something is typed: then nothing else is in reach.
      mask={isPhone || guard.hasTouched}
      styles={isPhone ? {} : { mask: { background: 'transparent' } }}
    >
      <GuardedContent guard={guard} subject={subject}>
        {children}
      </GuardedContent>
    </Drawer>
  )
}
