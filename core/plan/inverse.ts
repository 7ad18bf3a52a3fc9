/**
 * The inverse of a basis: a square matrix, kept row after row, in which one column after another is exchanged. The sum of
 * squares of each row is kept too, as it says how far a step along that row goes.
 */
export class Inverse {
  readonly size: number
  /** Row after row. */
  readonly cells: Float64Array
  readonly squares: Float64Array

  private constructor(size: number, cells: Float64Array, squares: Float64Array) {
    this.size = size
    this.cells = cells
    this.squares = squares
  }

  /** The inverse of the matrix that has ones on its diagonal and nothing else. */
  static ofUnits(size: number): Inverse {
    const cells = new Float64Array(size * size)
    for (let row = 0; row < size; row++) cells[row * size + row] = 1
    return new Inverse(size, cells, new Float64Array(size).fill(1))
  }

  copy(): Inverse {
    return new Inverse(this.size, this.cells.slice(), this.squares.slice())
  }

  /**
   * Exchanges the column of the matrix that belongs to a row.
   *
   * @param image what the inverse makes of the new column; not nought in that row.
   */
  exchange(row: number, image: Float64Array): void {
    const { size, cells, squares } = this
    const base = row * size
    const pivot = image[row] as number
    let sum = 0
    for (let column = 0; column < size; column++) {
      const cell = (cells[base + column] as number) / pivot
      cells[base + column] = cell
      sum += cell * cell
    }
    squares[row] = sum
    for (let other = 0; other < size; other++) {
      const factor = image[other] as number
      if (other === row || factor === 0) continue
      const from = other * size
      sum = 0
      for (let column = 0; column < size; column++) {
        const cell = (cells[from + column] as number) - factor * (cells[base + column] as number)
        cells[from + column] = cell
        sum += cell * cell
      }
      squares[other] = sum
    }
  }
}
