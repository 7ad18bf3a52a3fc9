import jsQR from 'jsqr'

/** What a QR code says that is drawn box by box: left, top, width and height of each. Undefined when it cannot be read. */
export function readBoxes(boxes: readonly number[][]): string | undefined {
  return boxes.length === 0 ? undefined : jsQR(...rastered(boxes))?.data
}

/** Black boxes on white paper, four dots to the point, with room around them. */
function rastered(boxes: readonly number[][]): [Uint8ClampedArray, number, number] {
  const [left, top] = [Math.min(...boxes.map(([x = 0]) => x)), Math.min(...boxes.map(([, y = 0]) => y))]
  const right = Math.max(...boxes.map(([x = 0, , width = 0]) => x + width))
  const [scale, quiet] = [4, 40]
  const side = Math.ceil((right - left) * scale) + 2 * quiet
  const dots = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
    const [x0, x1] = [Math.round((x - left) * scale), Math.round((x - left + width) * scale)]
    const [y0, y1] = [Math.round((y - top) * scale), Math.round((y - top + height) * scale)]
    for (let row = y0; row < y1; row += 1) {
      for (let column = x0; column < x1; column += 1) {
        dots.fill(
          0,
          ((row + quiet) * side + column + quiet) * 4,
          ((row + quiet) * side + column + quiet) * 4 + 3,
        )
      }
    }
  }
  return [dots, side, side]
}
