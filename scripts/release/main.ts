// `npm run release`: exam versions to the Worker, then the site into dist/site, then large media to the media store.
// `wrangler deploy` makes it live. With `--stream FOLDER --name NAME`, a stream goes to the media store and nothing else.
import { parseArgs } from 'node:util'
import { reportAndExit, UserError } from '../user-error.ts'
import { releaseWhole } from './release.ts'
import { putStream } from './stream.ts'
import { streamWorker } from './stream-worker.ts'

try {
  const { stream, name } = options(process.argv.slice(2))
  if (stream === undefined || name === undefined) await releaseWhole(process.env)
  else {
    const path = await putStream(streamWorker(process.env), stream, name)
    console.log(`The stream is in the media store. Write into the field “Stream” of its video: ${path}`)
  }
} catch (error) {
  reportAndExit(error)
}

function options(args: string[]): { stream?: string; name?: string } {
  try {
    const { values } = parseArgs({ args, options: { stream: { type: 'string' }, name: { type: 'string' } } })
    if ((values.stream === undefined) !== (values.name === undefined)) {
      throw new Error('--stream and --name belong together.')
    }
    return values
  } catch (error) {
    throw new UserError(
      'RELEASE_OPTION_UNKNOWN',
      error instanceof Error ? error.message : String(error),
      'A release takes no option. A stream is uploaded with --stream FOLDER --name NAME.',
    )
  }
}
