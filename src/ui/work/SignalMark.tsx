import type { SignalAppearance } from '@/domain/signal/signal-vocabulary'

interface SignalMarkProps {
  readonly appearance: Pick<SignalAppearance, 'shape' | 'colourToken'>
  readonly size?: number
}

/** A signal's shape, drawn so that it has the same size in every typeface and on paper. */
export function SignalMark({ appearance, size = 10 }: SignalMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <MarkShape shape={appearance.shape} colour={`var(${appearance.colourToken})`} />
    </svg>
  )
}

function MarkShape({ shape, colour }: { shape: SignalAppearance['shape']; colour: string }) {
  switch (shape) {
    case '■':
      return <rect x="0.5" y="0.5" width="9" height="9" fill={colour} />
    case '▲':
      return <path d="M5 0.3 9.9 9.5H0.1Z" fill="var(--signal-yellow-mark)" stroke={colour} strokeWidth="0.6" />
    case '△':
      return <path d="M5 1.2 9.3 9H0.7Z" fill="none" stroke={colour} strokeWidth="1.2" />
    case '◇':
      return <path d="M5 0.7 9.3 5 5 9.3 0.7 5Z" fill="none" stroke={colour} strokeWidth="1.2" />
    case '●':
      return <circle cx="5" cy="5" r="4.6" fill={colour} />
    case '○':
      return <circle cx="5" cy="5" r="3.9" fill="none" stroke={colour} strokeWidth="1.4" />
    case '✓':
      return <path d="M0.8 5.4 3.8 8.4 9.3 1.6" fill="none" stroke={colour} strokeWidth="1.8" />
  }
}
