import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { UserError } from '../user-error.ts'
import { UsageError } from './usage.ts'

/**
 * Writes chunks to a file, or to standard output. A file takes its name only when it is complete.
 *
 * @throws UserError QUESTIONS_NOT_WRITTEN when the file cannot be written
 */
export async function writeOut(chunks: AsyncIterable<Uint8Array>, file: string | undefined): Promise<void> {
  if (file === undefined) {
    // Whoever reads may have enough before the end.
    process.stdout.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
    for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
    return
  }
  const partial = `${file}.partial`
  const stream = createWriteStream(partial)
  const failed = once(stream, 'error').then(([error]) => {
    throw error
  })
  failed.catch(() => undefined)
  try {
    await Promise.race([once(stream, 'open'), failed])
    for await (const chunk of chunks)
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed])
    stream.end()
    await Promise.race([once(stream, 'close'), failed])
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new UserError(
      'QUESTIONS_NOT_WRITTEN',
      `${file} cannot be written (${error.message}).`,
      'Check the path and its rights, and that there is room.',
    )
  }
}

/** @throws UsageError QUESTIONS_BINARY_TO_TERMINAL when a package would go to a screen */
export function refuseBinaryOnTerminal(format: string, file: string | undefined): void {
  if (format === 'qti' && file === undefined && process.stdout.isTTY) {
    throw new UsageError(
      'QUESTIONS_BINARY_TO_TERMINAL',
      'A QTI package is a ZIP archive, which a terminal cannot show.',
      'Name a file with --out, or pipe the output on.',
    )
  }
}
