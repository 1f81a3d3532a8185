import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'

/** Holds the place of a page until its feature is built. */
export function UnfinishedPage({ title }: { readonly title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <Paper>
        <EmptyState title="此页尚未开放" />
      </Paper>
    </>
  )
}
