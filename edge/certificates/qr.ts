import { encode } from 'uqr'

/** A QR code as rows of dark modules: as few boxes as it takes, for whatever draws it. */
export type Qr = {
  /** Modules of a side, without the quiet zone. */
  readonly size: number
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number }[]
}

/** The QR code of a text. Documents and pages draw the same one. */
export function qrOf(content: string): Qr {
  const { data, size } = encode(content, { ecc: 'M', border: 0 })
  const boxes: { x: number; y: number; width: number }[] = []
  for (const [y, modules] of data.entries()) {
    let x = 0
    while (x < size) {
      const first = x
      while (x < size && modules[x]) x += 1
      if (x > first) boxes.push({ x: first, y, width: x - first })
      else x += 1
    }
  }
  return { size, boxes }
}
