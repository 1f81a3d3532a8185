import { paths } from '@/domain/addresses/paths'
import { PageHeader } from '@/ui/PageHeader'
import { Link } from 'react-router'
import { ImportDesk } from './read/ImportDesk'

/** Dropping in a plan document. */
export function PlanImportPage() {
  return (
    <>
      <PageHeader
        back={<Link to={paths.plans.to()}>计划</Link>}
        title="要导入哪份计划文件？"
        description="工作要点、行动计划或任务分解表。识别后先核对，再下达。文件只在本机和本系统中处理。"
      />
      <ImportDesk />
    </>
  )
}
