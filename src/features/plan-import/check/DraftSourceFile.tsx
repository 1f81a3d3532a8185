import { useSourceFile } from '@/data/source-files/use-source-file'
import type { SourceFile } from '@/domain/plans/source-file'
import { SourceFileLine } from '@/ui/work/SourceFileLine'

/** The file that the draft was read from, for the clerk. */
export function DraftSourceFile({ file }: { readonly file: SourceFile }) {
  return <SourceFileLine {...useSourceFile(file)} canMend />
}
