import { useRef, useState, type ComponentType } from 'react'

/**
 * A part that takes the place of a simpler one as soon as it is here, unless it is no longer wanted by then. One that does
 * not come, for want of a network, leaves the simpler one in use.
 */
export function useArrival<Props>(load: () => Promise<ComponentType<Props>>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const isWanted = useRef(false)
  return {
    Part,
    /** Asks for it; answers whether it came. */
    want: async (): Promise<boolean> => {
      isWanted.current = true
      try {
        const part = await load()
        if (isWanted.current) setPart(() => part)
        return true
      } catch {
        return false
      }
    },
    /** It is no longer wanted: the reader went on, or makes do with what is here. */
    giveUp: () => {
      isWanted.current = false
    },
  }
}
