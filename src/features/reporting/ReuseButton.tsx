import { TextButton } from '@/ui/TextButton'
import { openedPart } from '@/ui/lazy-part'
import { useState } from 'react'
import type { ReuseDialogProps } from './ReuseDialog'

const ReuseDialog = openedPart(() => import('./ReuseDialog').then((module) => module.ReuseDialog))

export type ReuseButtonProps = Omit<ReuseDialogProps, 'isOpen' | 'onClose'>

/** The way to what the unit told of its other tasks. */
export function ReuseButton(props: ReuseButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <TextButton onClick={() => setIsOpen(true)}>用本单位其他任务的填报</TextButton>
      <ReuseDialog {...props} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
