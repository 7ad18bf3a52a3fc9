import { encode } from 'uqr'

/**
 * Draws a QR code as one shape of its dark modules, so that it stays sharp at any size.
 *
 * @param at upper left corner and side, in points; the quiet zone around it is the caller's.
 */
export function drawQr(
  document: PDFKit.PDFDocument,
  content: string,
  at: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { data, size } = encode(content, { ecc: 'M', border: 0 })
  const module = at.side / size
  for (const [row, modules] of data.entries()) {
    let start = 0
    while (start < size) {
      if (!modules[start]) {
        start += 1
        continue
      }
      let end = start
      while (end < size && modules[end]) end += 1
      document.rect(at.x + start * module, at.y + row * module, (end - start) * module, module)
      start = end
    }
  }
  document.fill('#000000')
}
