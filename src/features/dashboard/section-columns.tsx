import type { PlanScope, SectionOverview } from '@/data/overview/overview'
import { sectionName } from '@/domain/plans/section-name'
import { OUTSIDE_SECTIONS } from '@/domain/tasks/task'
import type { DataColumn } from '@/ui/data-column'
import { standingColumns } from '@/ui/work/work-columns'
import { tasksBehind } from './scope'

/** The columns of a plan's chapters; `max` is the largest count, which fills a whole bar. */
export function sectionColumns(scope: PlanScope, max: number): DataColumn<SectionOverview>[] {
  return [
    { key: 'title', title: '章节', width: 360, text: nameOf, onPhone: 'title' },
    ...standingColumns<SectionOverview>({
      nameOf,
      standingOf: (section) => section,
      hrefOf: ({ sectionId }, signal) => tasksBehind(scope, { section: sectionId ?? OUTSIDE_SECTIONS, signal }),
      max,
      percent: { title: '进度', width: 160 },
    }),
  ]
}

function nameOf(section: SectionOverview): string {
  return section.sectionId === null ? '未分章节' : sectionName(section)
}
