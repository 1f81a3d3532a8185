import { openedPart } from './lazy-part'

export interface ConfirmWithReasonProps {
  readonly isOpen: boolean
  /** The question: 停用此账号？ */
  readonly title: string
  /** What will follow from it. */
  readonly description?: React.ReactNode
  /** The verb on the button. */
  readonly actionLabel: string
  readonly isDanger?: boolean
  readonly isReasonRequired?: boolean
  readonly reasonLabel?: string
  /** Ready sentences that fill the box by one click. */
  readonly suggestions?: readonly string[]
  /** Does it; the dialog waits, closes when it succeeds and shows the failure otherwise. */
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for a reason before something that others will want explained. */
export const ConfirmWithReason = openedPart<ConfirmWithReasonProps>(() =>
  import('./ReasonDialog').then((module) => module.ReasonDialog),
)
