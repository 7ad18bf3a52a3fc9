/** Part of a file: `start` and `end` are 0-based byte offsets, `end` included. */
export type ByteRange = { readonly start: number; readonly end: number }

/**
 * Reads a `Range` header (RFC 9110, 14.2). Several ranges at once are legal to ignore and are ignored.
 *
 * @param size of the whole file in bytes.
 * @returns the range; `unsatisfiable` when it begins behind the end; undefined when the whole file is to be sent.
 */
export function readRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return undefined
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

/** True when the client's copy is still the file's current one, so that a part of it is of use (RFC 9110, 13.1.5). */
export function ifRangeHolds(header: string | null, etag: string | null): boolean {
  return header === null || (etag !== null && !etag.startsWith('W/') && header === etag)
}

/** Passes on a slice of a stream of bytes and closes the source as soon as the slice is complete. */
export function sliceOf(source: ReadableStream<Uint8Array>, range: ByteRange): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let position = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const read = await reader.read()
        if (read.done) return controller.close()
        const begin = position
        position += read.value.byteLength
        if (position <= range.start) continue
        controller.enqueue(
          read.value.subarray(
            Math.max(0, range.start - begin),
            Math.min(read.value.byteLength, range.end + 1 - begin),
          ),
        )
        if (position > range.end) {
          controller.close()
          await reader.cancel()
        }
        return
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
