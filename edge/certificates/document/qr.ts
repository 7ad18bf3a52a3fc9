import { qrOf } from '../qr.ts'

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
  const { size, boxes } = qrOf(content)
  const module = at.side / size
  for (const { x, y, width } of boxes) {
    document.rect(at.x + x * module, at.y + y * module, width * module, module)
  }
  document.fill('#000000')
}
