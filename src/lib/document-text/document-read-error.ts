/** What a reader says, and what the user can do, for each way in which a file cannot be read. */
const MESSAGES = {
  unsupported_type: '不支持这种文件。请使用 Word（.docx）、PDF、Excel（.xlsx）、CSV、网页（.html）或文本（.txt）文件。',
  empty: '文件里没有文字。请确认选对了文件，或直接把正文粘贴进来。',
  too_large: '文件太大（上限 50 MB，解压后上限 256 MB）。请删去其中的图片和附件，或拆成几个文件后再导入。',
  damaged: '文件已损坏或不完整。请重新下载，或用 Word/WPS 打开后另存一份再导入。',
  encrypted: '文件有打开密码。请在 Word/WPS 或 PDF 软件里去掉密码，另存后再导入。',
  scanned_pdf: '这份 PDF 是扫描件，没有文字层。请用原始 Word 文件，或先做文字识别（OCR）后再导入。',
  unreadable_pdf: '这份 PDF 的文字没有编码信息，读出来是乱码。请用原始 Word 文件，或先做文字识别（OCR）后再导入。',
  legacy_doc: '这是旧版 Word 文件（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后再导入。',
  legacy_xls: '这是旧版 Excel 文件（.xls 或 .xlsb）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
  wps: '这是 WPS 专有格式（.wps 或 .et）。请用 WPS 打开，文字另存为 .docx、表格另存为 .xlsx 后再导入。',
  ofd: '这是 OFD 版式文件，暂不能读取文字。请用原始 Word 文件，或在 OFD 阅读器中转换为 PDF 后再导入。',
  rtf: '这是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 后再导入。',
  image: '这是一张图片，没有可读取的文字。请用原始 Word 文件，或先做文字识别（OCR）后把文字粘贴进来。',
} satisfies Record<string, string>

export type DocumentReadErrorCode = keyof typeof MESSAGES

/** The user message (zh-CN) of a code: what the file is and what to do about it. */
export function documentReadMessage(code: DocumentReadErrorCode): string {
  return MESSAGES[code]
}

/** A file that cannot be read; `code` tells why and `message` is fit for the user. */
export class DocumentReadError extends Error {
  override readonly name = 'DocumentReadError'
  readonly code: DocumentReadErrorCode

  constructor(code: DocumentReadErrorCode, cause?: unknown) {
    super(MESSAGES[code], cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** Throws the signal's reason once the caller has given up. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return
  const reason: unknown = signal.reason
  throw reason instanceof Error ? reason : new DOMException('The read was cancelled.', 'AbortError')
}
