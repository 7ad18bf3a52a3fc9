import { createReadStream, globSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import { UserError } from '../user-error.ts'

/** A dataset file that has been opened. Disposing removes what was unpacked. */
export interface Archive extends AsyncDisposable {
  /** The file with a document a line. */
  readonly dataFile: string
  /** The folder that paths of assets start from; `undefined` for a bare data file, which has none of its own. */
  readonly folder: string | undefined
}

/**
 * Opens a dataset file: a `.tar.gz` as `@sanity/export` writes it, or a bare `.ndjson`.
 *
 * @throws UserError CONTENT_FILE_UNREADABLE, CONTENT_FILE_NOT_A_DATASET
 */
export async function openArchive(file: string): Promise<Archive> {
  if (!(await isGzip(file))) return { dataFile: file, folder: undefined, async [Symbol.asyncDispose]() {} }
  const unpacked = await mkdtemp(join(tmpdir(), 'content-import-'))
  const remove = () => rm(unpacked, { recursive: true, force: true })
  try {
    await pipeline(createReadStream(file), createGunzip(), unpackTar(unpacked, { maxDepth: 8 }))
    const [dataFile, ...others] = globSync(['*.ndjson', '*/*.ndjson', '*/*/*.ndjson'], { cwd: unpacked })
    if (dataFile === undefined || others.length > 0) {
      throw new Error(`it holds ${others.length === 0 ? 'no' : 'more than one'} file that ends with .ndjson`)
    }
    const path = join(unpacked, dataFile)
    return { dataFile: path, folder: dirname(path), [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw new UserError(
      'CONTENT_FILE_NOT_A_DATASET',
      `${file} is not a dataset file: ${error instanceof Error ? error.message : error}.`,
      'Choose a .tar.gz that was made with `npm run content -- export` or `sanity dataset export`, or a .ndjson file.',
    )
  }
}

async function isGzip(file: string): Promise<boolean> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b
  } catch (error) {
    throw new UserError(
      'CONTENT_FILE_UNREADABLE',
      `${file} cannot be read (${error instanceof Error ? error.message : error}).`,
      'Check the name and that you may read the file.',
    )
  }
}
