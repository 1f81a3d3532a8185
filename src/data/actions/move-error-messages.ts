/**
 * What a subject's state does not allow, and what is not there: a sentence for each row of `private.states`, because any
 * event may be asked for in any of them. They speak to whoever asks, the lead office and units alike.
 */
export const moveErrorMessages = {
  plan_not_found: '找不到这份计划，可能已删除。请回到计划列表查看。',
  plan_is_draft: '这份计划还没有下达，现在不能这样操作。请先核对并下达。',
  plan_is_issued: '这份计划已下达，不能再作为草稿修改、下达或删除。请回到计划列表查看。',
  plan_is_closed: '这份计划已归档，不能再改动。请刷新后再看。',
  task_not_found: '找不到这项任务，可能已删除。请回到任务列表查看。',
  task_is_in_force: '这项任务没有撤销，现在不能这样操作。请刷新后再看。',
  task_is_withdrawn: '这项任务已撤销，不能再调整。请刷新后再看。',
  task_is_closed: '这项任务所在的计划已归档，不能再调整。请刷新后再看。',
  milestone_not_found: '找不到这个年度节点，可能已变更。请刷新后再看。',
  milestone_is_in_force: '这个年度节点所在的任务没有撤销，现在不能这样操作。请刷新后再看。',
  milestone_is_withdrawn: '这个年度节点所在的任务已撤销，不能再调整。请刷新后再看。',
  milestone_is_closed: '这个年度节点所在的计划已归档，不能再调整。请刷新后再看。',
  assignment_not_found: '找不到这项责任分工。请刷新后再看。',
  assignment_is_in_force: '这项责任分工没有取消，现在不能这样操作。请刷新后再看。',
  assignment_is_withdrawn: '这项责任分工已取消，或任务已撤销，不能再调整。请刷新后再看。',
  assignment_is_closed: '这项责任分工所在的计划已归档，不能再调整。请刷新后再看。',
  obligation_not_found: '找不到这一节点，或它不由您单位承担。请返回我的任务。',
  obligation_is_open: '这一节点还没有办结，不用撤回。请刷新后再看。',
  obligation_is_under_review: '这一节点的反馈已报送，正在审核，现在不能改，也不能撤回。请等审核结果。',
  obligation_is_complete: '这一节点已办结，不用再填报。请刷新后再看。',
  obligation_is_withdrawn: '这项任务已撤销，或不再由该单位承担，不用再填报。请刷新后再看。',
  obligation_is_closed: '这份计划已归档，不能再填报，也不能撤回办结。如有疑问，请联系政务公开办。',
  report_not_found: '找不到这份反馈，可能已被同事丢弃。请刷新后再填。',
  report_is_draft: '这份反馈还没有报送，不能审核。请刷新后再看。',
  report_is_submitted: '这份反馈已报送，正在审核，现在不能改。请等审核结果。',
  report_is_returned: '这份反馈已审核退回。请刷新后看退回的理由，等单位重新报送后再审核。',
  report_is_approved: '这份反馈已审核通过，不能再审核，也不能再改。请刷新后看审核结果。',
} as const
