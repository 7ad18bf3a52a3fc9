// `npm run seed`: writes the demonstration pack into a dataset, hosted or embedded.
import { parseArgs } from 'node:util'
import { datasetClient } from '../dataset-client.ts'
import { reportAndExit, UserError } from '../user-error.ts'
import { seed } from './index.ts'

try {
  const { overwrite } = options(process.argv.slice(2))
  await seed({ client: datasetClient(process.env, 'write'), log: (line) => console.log(line), overwrite })
} catch (error) {
  reportAndExit(error)
}

function options(args: string[]): { overwrite: boolean } {
  try {
    const { values } = parseArgs({ args, options: { overwrite: { type: 'boolean', default: false } } })
    return values
  } catch (error) {
    throw new UserError(
      'SEED_OPTION_UNKNOWN',
      error instanceof Error ? error.message : String(error),
      'The only option is --overwrite, which puts back what editors have changed or deleted.',
    )
  }
}
