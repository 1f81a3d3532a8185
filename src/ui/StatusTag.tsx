import type { Tone } from '@/lib/tone'
import type { Vocabulary, VocabularyEntry } from '@/lib/vocabulary'
import styles from './StatusTag.module.css'

interface StatusTagProps<Entry extends VocabularyEntry & { readonly tone?: Tone }> {
  readonly vocabulary: Vocabulary<Entry>
  readonly value: Entry['value']
}

/** A status in the words and tone of its vocabulary. */
export function StatusTag<Entry extends VocabularyEntry & { readonly tone?: Tone }>({
  vocabulary,
  value,
}: StatusTagProps<Entry>) {
  const { label, tone = 'neutral' } = vocabulary.of(value)
  return <ToneTag tone={tone}>{label}</ToneTag>
}

/** A short word on a wash of its tone. */
export function ToneTag({ tone, children }: { readonly tone: Tone; readonly children: React.ReactNode }) {
  return (
    <span className={styles.tag} style={{ color: `var(--tone-${tone})`, background: `var(--tone-${tone}-wash)` }}>
      {children}
    </span>
  )
}
