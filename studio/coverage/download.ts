/**
 * Gives a text to the browser's downloads.
 *
 * @param name - file name with extension
 * @param text - written as UTF-8; a byte order mark must be part of it
 */
export function download(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has been handed over by then; revoking at once cancels it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Letters and digits of a title as part of a file name; `pack` when none is left. */
export function fileNamePart(title: string): string {
  const part = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return part.slice(0, 60) || 'pack'
}
