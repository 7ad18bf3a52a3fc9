// `npm run questions -- convert|lint|import|export`: exam questions between files, formats and the dataset.
import { Command, CommanderError, Option } from 'commander'
import { type QuestionFormat, questionFormats } from '../../core/questions/index.ts'
import { datasetClient } from '../dataset-client.ts'
import { describeError } from '../user-error.ts'
import { convert } from './convert.ts'
import { exportQuestions } from './export.ts'
import { openQuestionFile } from './file.ts'
import { importQuestions } from './import.ts'
import { lintFile, lintStoredExam } from './lint.ts'
import { UsageError } from './usage.ts'

const formats = questionFormats.map(({ format }) => format)
const from = () =>
  new Option('--from <format>', 'format of the file; guessed when not given').choices(formats)
const to = () => new Option('--to <format>', 'format to write').choices(formats).makeOptionMandatory()
const allNotes = () => new Option('--all-notes', 'list every note, not the first 20 of a kind').default(false)
const out = () => new Option('--out <file>', 'where to write; standard output when not given')

const program = new Command('npm run questions --')
  .description('Takes exam questions from one format to another, into an exam and out of it.')
  .addHelpText(
    'after',
    `
Exit codes: 0 everything was converted, 1 something was not (standard error says what and why), 2 wrong usage.
docs/questions.md says what each format carries. Add -s to npm (npm run -s questions -- …) to keep npm's own lines out.

Examples:
  npm run -s questions -- convert --from gift --to json exam.gift
  npm run questions -- convert --to qti --out exam.zip exam.xml
  npm run questions -- lint exam.csv
  npm run questions -- import exam.gift --exam exam-dry-eye --pick 1,3-5
  npm run questions -- export --exam exam-dry-eye --to moodle-xml --out dry-eye.xml`,
  )

program
  .command('convert')
  .description('writes the questions of a file in another format')
  .argument('[file]', 'a file, or - for standard input')
  .addOption(from())
  .addOption(to())
  .addOption(out())
  .addOption(allNotes())
  .action(
    async (
      file: string | undefined,
      options: { from?: QuestionFormat; to: QuestionFormat; out?: string; allNotes: boolean },
    ) => {
      process.exitCode = await convert(await openQuestionFile(file, options.from), options)
    },
  )

program
  .command('lint')
  .description('says what a reviewer would say about the questions of a file or an exam')
  .argument('[file]', 'a file, or - for standard input')
  .addOption(from())
  .option('--exam <id>', 'an exam of the dataset, instead of a file')
  .option('--draft', 'the exam’s draft, not what is published', false)
  .addOption(allNotes())
  .action(
    async (
      file: string | undefined,
      options: { from?: QuestionFormat; exam?: string; draft: boolean; allNotes: boolean },
    ) => {
      if (options.exam !== undefined && file !== undefined) {
        throw new UsageError(
          'QUESTIONS_FILE_AND_EXAM',
          'A file and an exam were named.',
          'Name one of the two.',
        )
      }
      process.exitCode =
        options.exam === undefined
          ? await lintFile(await openQuestionFile(file, options.from), options.allNotes)
          : await lintStoredExam(datasetClient(process.env, 'read'), options.exam, options.draft)
    },
  )

program
  .command('import')
  .description('appends the questions of a file to an exam’s draft; publishes nothing')
  .argument('<file>', 'a file, or - for standard input')
  .requiredOption('--exam <id>', 'the exam’s ID in the dataset')
  .addOption(from())
  .addOption(new Option('--all', 'every question (the default)').conflicts('pick'))
  .option('--pick <places>', 'some of the questions, by their places in the file: 1,3-5')
  .option('--skip-problems', 'import what can be imported, although something cannot', false)
  .option('--yes', 'do not ask', false)
  .addOption(allNotes())
  .action(
    async (
      file: string,
      options: {
        from?: QuestionFormat
        exam: string
        pick?: string
        skipProblems: boolean
        yes: boolean
        allNotes: boolean
      },
    ) => {
      const source = await openQuestionFile(file, options.from)
      process.exitCode = await importQuestions(datasetClient(process.env, 'write'), source, options)
    },
  )

program
  .command('export')
  .description('writes the questions of an exam into a file')
  .requiredOption('--exam <id>', 'the exam’s ID in the dataset')
  .addOption(to())
  .addOption(out())
  .option('--draft', 'the exam’s draft, not what is published', false)
  .addOption(allNotes())
  .action(
    async (options: {
      exam: string
      to: QuestionFormat
      out?: string
      draft: boolean
      allNotes: boolean
    }) => {
      process.exitCode = await exportQuestions(datasetClient(process.env, 'read'), options)
    },
  )

for (const command of [program, ...program.commands]) command.exitOverride()
try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said already what is wrong. Help that was asked for is not an error.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    console.error(`\n${describeError(error)}`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
