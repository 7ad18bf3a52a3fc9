import { deflateSync, strToU8, Zip, type ZipInputFile } from 'fflate'
import { bytesOfBase64, fileName } from '../image.ts'
import type { Question } from '../question.ts'
import { manifestEntry, manifestFoot, manifestHead, qtiItemOf } from './write.ts'
import { crc32 } from './zip.ts'

// Two files a question at most, and the manifest: more than this do not fit into a ZIP of the plain kind.
const mostFiles = 65_000

/** Packs questions into a content package, one file after the other. */
export class QtiPackage {
  #chunks: Uint8Array[] = []
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error
    this.#chunks.push(chunk)
  })
  readonly #entries: string[] = []
  #files = 1

  /** Whether no further question fits. */
  get full(): boolean {
    return this.#files + 2 > mostFiles
  }

  /** Adds a question. */
  add(question: Question): void {
    const identifier = `question_${this.#entries.length + 1}`
    const href = `items/${identifier}.xml`
    const image = question.image && imageName(identifier, question.image.name)
    this.#file(href, strToU8(qtiItemOf(question, identifier, image && `images/${encodeURI(image)}`)))
    if (image !== undefined && question.image !== undefined) {
      this.#file(`items/images/${image}`, bytesOfBase64(question.image.data), true)
    }
    this.#entries.push(
      manifestEntry({
        identifier,
        href,
        image: image && `items/images/${encodeURI(image)}`,
        tags: question.tags ?? [],
      }),
    )
  }

  /** Ends the package with its manifest. */
  end(): void {
    this.#file('imsmanifest.xml', strToU8(manifestHead + this.#entries.join('') + manifestFoot))
    this.#zip.end()
  }

  /** The bytes that are ready. */
  take(): Uint8Array[] {
    const chunks = this.#chunks
    this.#chunks = []
    return chunks
  }

  #file(name: string, bytes: Uint8Array, packed = false): void {
    const file: ZipInputFile = {
      filename: name,
      size: bytes.length,
      crc: crc32(bytes),
      // 8 is deflate; images are packed already.
      compression: packed ? 0 : 8,
      // The same questions give the same bytes, whenever they are written. ZIP knows no time before 1980.
      mtime: new Date(1980, 0, 1),
    }
    this.#files += 1
    this.#zip.add(file)
    // Packed at once with small tables: items are short, and there may be thousands.
    file.ondata?.(null, packed ? new Uint8Array(bytes) : deflateSync(bytes, { level: 6, mem: 1 }), true)
  }
}

/** A folder for each question keeps equal names apart and leaves them as they are. */
function imageName(identifier: string, name: string): string {
  return `${identifier}/${fileName(name) || 'image'}`
}
