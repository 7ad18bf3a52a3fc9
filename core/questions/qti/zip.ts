import { Inflate, inflateSync } from 'fflate'

/** Why a ZIP archive cannot be read. */
export type ZipFault = {
  readonly code: 'zip/unreadable' | 'zip/encrypted' | 'zip/too-large'
  readonly message: string
}

type Entry = {
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

// An archive of 100 kB can unpack to gigabytes; a file of a question cannot honestly be longer than this.
const mostOfOneFile = 64 * 1024 * 1024
// Up to here a file is unpacked at once, which is much quicker; even a bomb of this size takes but milliseconds.
const smallFile = 65_536
const mostEntries = 65_535

/**
 * A ZIP archive whose files can be read one by one. fflate unpacks; which files there are is read from the archive's own
 * list here, because fflate reads all of it anew for each file.
 *
 * @see APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16
 */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #entries = new Map<string, Entry>()
  /** Names that lead out of the archive, or are there twice: they are never read. */
  readonly refused: readonly string[]

  private constructor(bytes: Uint8Array, entries: ReadonlyMap<string, Entry>, refused: readonly string[]) {
    this.#bytes = bytes
    this.#entries = new Map(entries)
    this.refused = refused
  }

  /** Reads an archive's list of files. */
  static open(bytes: Uint8Array): Zip | ZipFault {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const end = endOfDirectory(view)
    if (end < 0) return unreadable('its list of files is missing; it may be cut off')
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    if (count >= mostEntries || at === 0xffffffff) return unreadable('it is of the kind ZIP64')
    const entries = new Map<string, Entry>()
    const refused: string[] = []
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
        return unreadable('its list of files is damaged')
      }
      const nameLength = view.getUint16(at + 28, true)
      const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength))
      const entry: Entry = {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      if (name === undefined || entries.has(name))
        refused.push(name ?? 'a path that leads out of the archive')
      else if (!name.endsWith('/')) entries.set(name, entry)
    }
    return new Zip(bytes, entries, refused)
  }

  /** Names of all files, in the archive's order. */
  names(): string[] {
    return Array.from(this.#entries.keys())
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of a file, or why they cannot be read. */
  read(name: string): Uint8Array | ZipFault {
    const entry = this.#entries.get(name)
    if (entry === undefined) return unreadable(`there is no ${name} in it`)
    if ((entry.flags & 1) !== 0) {
      return { code: 'zip/encrypted', message: `The archive’s file ${name} is protected by a password.` }
    }
    if (entry.size > mostOfOneFile) return tooLarge(name)
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
    const { offset } = entry
    if (offset + 30 > this.#bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
      return unreadable(`${name} is not where its list says`)
    }
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (start + entry.packed > this.#bytes.length) return unreadable(`${name} is cut off`)
    const packed = this.#bytes.subarray(start, start + entry.packed)
    const bytes = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : undefined
    if (bytes === undefined) return unreadable(`${name} cannot be unpacked`)
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) return unreadable(`${name} is damaged`)
    return bytes
  }
}

/** Whether bytes begin like a ZIP archive. */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  )
}

function unreadable(why: string): ZipFault {
  return { code: 'zip/unreadable', message: `The ZIP archive cannot be read: ${why}.` }
}

function tooLarge(name: string): ZipFault {
  return { code: 'zip/too-large', message: `The archive’s file ${name} unpacks to more than 64 MB.` }
}

/** Where the archive's closing record stands: at its end, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** A name as a path inside the archive, or undefined when it leads out of it. */
function nameOf(bytes: Uint8Array): string | undefined {
  const name = new TextDecoder().decode(bytes).replace(/\\/g, '/')
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\u0000')) return undefined
  return name.split('/').includes('..') ? undefined : name.replace(/^(\.\/)+/, '')
}

/** Unpacked bytes; undefined as soon as they are broken or more than promised. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  if (packed.length <= smallFile) {
    try {
      // One byte more than promised tells whether there is more; beyond it nothing is kept.
      const bytes = inflateSync(packed, { out: new Uint8Array(size + 1) })
      return bytes.length === size ? bytes : undefined
    } catch {
      return undefined
    }
  }
  const bytes = new Uint8Array(size)
  let length = 0
  let over = false
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) over = true
    else bytes.set(chunk, length)
    length += chunk.length
  })
  try {
    // In small pieces, so that a bomb is noticed before much of it is unpacked.
    for (let at = 0; at < packed.length && !over; at += 4096) {
      stream.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length)
    }
  } catch {
    return undefined
  }
  return over || length !== size ? undefined : bytes
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The check sum that ZIP keeps of a file. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}
