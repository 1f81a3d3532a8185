import { accountErrorMessages } from './accounts/account-error-messages'
import { moveErrorMessages } from './actions/move-error-messages'
import { toAppError } from './errors'
import { taskErrorMessages } from './tasks/task-error-messages'
import { planDraftErrorMessages } from './plan-drafts/plan-draft-error-messages'
import { sourceFileErrorMessages } from './source-files/source-file-error-messages'
import { reportErrorMessages } from './reports/report-error-messages'
import { unitErrorMessages } from './units/unit-error-messages'

/** A sentence, or one made with the detail the server added (names, a date, a number). */
type ErrorMessage = string | ((detail: string) => string)
type ErrorMessages = Readonly<Record<string, ErrorMessage>>

/**
 * Error key → what happened and what to do, in one or two short sentences. Each entity may keep its own
 * table (`<entity>/<entity>-error-messages.ts`) and is listed in `tables`.
 */
const generalMessages = {
  network_unreachable: '无法连接服务器。请检查网络后重试。',
  config_unavailable: '读取不到系统配置。请稍后刷新；仍不行请联系管理员。',
  session_expired: '登录已过期。请重新登录。',
  not_signed_in: '登录已过期。请重新登录。',
  subject_unknown: '页面版本与系统不一致。请刷新页面；仍不行请联系管理员。',
  unknown_value: '页面版本较旧，看不懂服务器的数据。请刷新页面。',
  not_found: '找不到这项内容，可能已被删除，或您没有查看权限。',
  nothing_changed: '没有保存：这项内容已被他人更改，或您没有修改权限。请刷新后再试。',
  not_permitted: '您没有权限做这项操作。',
  history_is_append_only: '历史记录不能修改。',
  ancestor_would_be_descendant: '两项任务不能互为来源。请重新选择上年的任务。',
  over_request_rate_limit: '操作过于频繁。请过几分钟再试。',
  request_timeout: '服务器响应超时。请重试。',
  server_busy: '服务器正忙。请稍后重试。',
  database_restarted: '数据库刚刚中断并已重新打开，这次操作没有完成。请刷新页面核对后重试。',
  database_busy: '系统正忙，这次操作没有开始。请稍后重试。',
  validation_failed: '填写的内容不符合要求。请检查后再提交。',
  // PostgreSQL and PostgREST
  '42501': '您没有权限做这项操作。',
  '23505': '已有相同的内容，不能重复。请换一个。',
  '23503': '这项内容正被其他地方引用，不能这样改动。请刷新后再试。',
  '23001': '这项内容正被其他地方引用，不能这样改动。请刷新后再试。',
  '23502': '有必填的内容没有填写。请补全后再提交。',
  '23514': '填写的内容不符合要求。请检查后再提交。',
  '22001': '填写的内容太长。请缩短后再提交。',
  '22P02': '地址或填写的内容格式不对。请检查后重试。',
  '22007': '日期格式不对。请重新选择日期。',
  '40001': '与他人的操作同时发生。请重试。',
  '40P01': '与他人的操作同时发生。请重试。',
  '57014': '查询用时过长，已停止。请缩小范围后重试。',
  P0002: '找不到这项内容，可能已被删除，或您没有查看权限。',
  PGRST116: '找不到这项内容，可能已被删除，或您没有查看权限。',
  PGRST202: '系统版本不一致。请刷新页面；仍不行请联系管理员。',
  PGRST204: '系统版本不一致。请刷新页面；仍不行请联系管理员。',
  PGRST205: '系统版本不一致。请刷新页面；仍不行请联系管理员。',
  // Storage
  EntityTooLarge: '文件超过 50 MB。请压缩或拆分后再上传。',
  'Payload too large': '文件超过 50 MB。请压缩或拆分后再上传。',
  InvalidMimeType: '不支持这种文件。请上传 PDF、办公文档、OFD、图片或 ZIP。',
  invalid_mime_type: '不支持这种文件。请上传 PDF、办公文档、OFD、图片或 ZIP。',
  InvalidKey: '文件名不能用。请改名后再上传。',
  Duplicate: '已有同名文件。请改名后再上传。',
  NoSuchKey: '找不到这个文件，可能已被删除。',
  // Bare answers of a proxy or server
  http_403: '您没有权限做这项操作。',
  http_404: '找不到这项内容，可能已被删除。',
  http_413: '文件超过 50 MB。请压缩或拆分后再上传。',
  http_429: '操作过于频繁。请过几分钟再试。',
  http_502: '服务器暂时不可用。请稍后重试。',
  http_503: '服务器暂时不可用。请稍后重试。',
  http_504: '服务器响应超时。请稍后重试。',
} as const

/** Every table; an entity with keys of its own adds its line here. */
const tables: readonly ErrorMessages[] = [
  generalMessages,
  accountErrorMessages,
  unitErrorMessages,
  taskErrorMessages,
  moveErrorMessages,
  reportErrorMessages,
  planDraftErrorMessages,
  sourceFileErrorMessages,
]

const generalSentence = '操作没有完成。请重试；仍不行请刷新页面，或联系管理员。'
const serverSentence = '服务器出错，操作没有完成。请稍后重试；仍不行请联系管理员。'

/** The sentence for an error key, or undefined when no table knows it. */
export function findErrorMessage(code: string, detail = ''): string | undefined {
  const table = tables.find((messages) => Object.hasOwn(messages, code))
  const message = table?.[code]
  return typeof message === 'function' ? message(detail) : message
}

/** What to tell the reader about any thrown value: never raw English, always a way out. */
export function userMessage(error: unknown): string {
  const { code, family, detail, status } = toAppError(error)
  const known = findErrorMessage(code, detail) ?? (family === undefined ? undefined : findErrorMessage(family, detail))
  if (known !== undefined) return known
  return status >= 500 ? serverSentence : generalSentence
}
