/** Keys of keeping the original files of plans. */
export const sourceFileErrorMessages = {
  source_file_is_kept: '原件已经保存，不能再改。',
  source_file_not_stored: '原件没有传到服务器。请重试。',
  source_file_differs: '这不是导入时的那份文件。请选择原来的文件。',
} as const
