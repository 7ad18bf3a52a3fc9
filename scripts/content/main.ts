// `npm run content`: the whole dataset as a file, out and in.
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { datasetClient } from '../dataset-client.ts'
import { reportAndExit, UserError } from '../user-error.ts'
import { exportContent } from './export.ts'

const program = new Command('npm run content --').description(
  'Exports and imports all documents and assets of a dataset, in the format of Sanity’s own tools.',
)

program
  .command('export')
  .description('write the dataset into a .tar.gz: data.ndjson, images and files')
  .argument('[file]', 'where to', `content-${new Date().toISOString().slice(0, 10)}.tar.gz`)
  .option('--no-drafts', 'published documents only')
  .option('--no-assets', 'documents only')
  .option('--force', 'overwrite the file if it is there', false)
  .action(async (file: string, options: { drafts: boolean; assets: boolean; force: boolean }) => {
    if (existsSync(file) && !options.force) {
      throw new UserError(
        'CONTENT_FILE_EXISTS',
        `${file} is there already.`,
        'Choose another name, or add --force to overwrite it.',
      )
    }
    const { documents, assets } = await exportContent({
      client: datasetClient(process.env, 'read'),
      file,
      ...options,
      onProgress: progress,
    })
    done(`${file}: ${documents} documents, ${assets} assets`)
  })

program
  .command('import')
  .description('check a .tar.gz or .ndjson file, then write all of it; a file with a problem changes nothing')
  .argument('<file>')
  .option('--replace', 'overwrite documents that are there already', false)
  .option('--missing', 'keep documents that are there already', false)
  .option('--check', 'only check the file', false)
  .action(async (file: string, options: { replace: boolean; missing: boolean; check: boolean }) => {
    if (options.replace && options.missing) {
      throw new UserError(
        'CONTENT_OPTIONS_CLASH',
        'Documents can be replaced or kept, not both.',
        'Use --replace or --missing.',
      )
    }
    // Studio's schema takes seconds to load; an export does not need it.
    const { importContent } = await import('./import.ts')
    const existing = options.replace ? 'replace' : options.missing ? 'keep' : 'refuse'
    const { documents, written } = await importContent({
      client: datasetClient(process.env, options.check ? 'read' : 'write'),
      file,
      existing,
      checkOnly: options.check,
      onProgress: progress,
    })
    done(
      options.check
        ? `${file}: ${documents} documents, no problem`
        : `${file}: ${documents} documents, ${written} written`,
    )
  })

program.parseAsync().catch(reportAndExit)

let last = ''

/** On a terminal one line that changes; elsewhere one line a step. */
function progress(step: string, current?: number, total?: number): void {
  if (!process.stderr.isTTY) {
    if (step !== last) console.error(step)
    last = step
    return
  }
  process.stderr.write(
    `\r\u001B[K${step}${current === undefined ? '' : ` ${current}${total === undefined ? '' : ` of ${total}`}`}`,
  )
}

function done(line: string): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  console.log(line)
}
