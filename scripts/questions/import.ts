import { confirm } from '@inquirer/prompts'
import type { SanityClient } from '@sanity/client'
import {
  bytesOfBase64,
  figureOf,
  lostInExam,
  noteAt,
  type Question,
  readQuestions,
  type StoredQuestion,
  storedQuestion,
} from '../../core/questions/index.ts'
import { keyOf } from '../seed/key.ts'
import { datasetError, readExam, type StoredExam } from './dataset.ts'
import type { QuestionFile } from './file.ts'
import { counted, Reporter } from './report.ts'
import { UsageError } from './usage.ts'

/** How to import. `pick` is a list such as `1,3-5` of places in the file, or undefined for all. */
export type ImportOptions = {
  readonly exam: string
  readonly pick?: string
  readonly skipProblems: boolean
  readonly yes: boolean
  readonly allNotes: boolean
}

type Found = { readonly question: Question; readonly line: number; readonly column: number }

/**
 * Appends questions of a file to an exam's draft. Nothing is published. A question that the exam holds already, because it
 * was imported before, is passed over; so importing again changes nothing.
 *
 * @returns the command's exit code: 1 when anything was not imported
 */
export async function importQuestions(
  client: SanityClient,
  file: QuestionFile,
  options: ImportOptions,
): Promise<number> {
  const exam = await readExam(client, options.exam)
  const reporter = new Reporter(file.name, options.allNotes)
  const all: Found[] = []
  for await (const read of readQuestions(file.format, file.stream())) {
    if (read.kind === 'problem') reporter.tell(read.problem)
    else all.push(read)
    reporter.progress(() => `${counted(all.length, 'question')} read …`)
  }
  const chosen = options.pick === undefined ? all : pickFrom(all, options.pick)
  for (const { question, line, column } of chosen) {
    for (const remark of lostInExam(question)) {
      reporter.tell(noteAt(file.format, { line, column, excerpt: question.stem }, remark))
    }
  }
  if (reporter.errors > 0 && !options.skipProblems) {
    reporter.end('Nothing was imported;')
    console.error('Mend the file, or import what can be imported with --skip-problems.')
    return 1
  }
  const title = (exam.draft ?? exam.published)?.title ?? exam.id
  const held = new Set(questionsOf(exam.draft ?? exam.published).map(({ _key }) => _key))
  const added = chosen.filter(({ question }) => {
    const key = questionKey(exam.id, question)
    if (held.has(key)) return false
    held.add(key)
    return true
  })
  console.error(`\nTo be added to the draft of “${title}” (${exam.id}):`)
  for (const [index, { question }] of added.entries()) {
    console.error(
      `  ${index + 1}. ${question.stem.replace(/\s+/g, ' ').slice(0, 90)} (${counted(question.choices.length, 'choice')})`,
    )
  }
  const known = chosen.length - added.length
  if (known > 0)
    console.error(
      `  ${counted(known, 'question')} of the file ${known === 1 ? 'is' : 'are'} in the exam already.`,
    )
  if (added.length > 0) {
    if (!options.yes && !(await agreed(added.length))) {
      console.error('Nothing was imported.')
      return 1
    }
    try {
      await append(client, exam, added, reporter)
    } catch (error) {
      throw datasetError(error, client)
    }
  }
  reporter.end(
    `${counted(added.length, 'question')} imported into the draft of ${exam.id}; publish it in Studio.`,
  )
  return reporter.errors === 0 ? 0 : 1
}

async function append(
  client: SanityClient,
  exam: Awaited<ReturnType<typeof readExam>>,
  added: readonly Found[],
  reporter: Reporter,
): Promise<void> {
  const stored: StoredQuestion[] = []
  for (const { question } of added) {
    reporter.progress(() => `${stored.length} of ${added.length} …`)
    const key = questionKey(exam.id, question)
    const asset = await uploadImage(client, question)
    const keys = { question: key, choice: (index: number) => keyOf(key, index) }
    stored.push(storedQuestion(question, keys, asset))
  }
  const draftId = `drafts.${exam.id}`
  const transaction = client.transaction()
  if (exam.draft === undefined && exam.published !== undefined) {
    const { _rev, _createdAt, _updatedAt, ...fields } = exam.published
    transaction.create({ ...fields, _id: draftId })
  }
  transaction.patch(draftId, (patch) => {
    // What an editor does meanwhile must not be lost: the revision that was read must still be there.
    const guarded = exam.draft === undefined ? patch : patch.ifRevisionId(exam.draft._rev)
    return guarded.setIfMissing({ questions: [] }).append('questions', stored)
  })
  await transaction.commit({ visibility: 'sync', returnDocuments: false })
}

async function uploadImage(client: SanityClient, question: Question): Promise<string | undefined> {
  const image = figureOf(question)
  if (image === undefined) return undefined
  const bytes = Buffer.from(bytesOfBase64(image.data))
  const asset = await client.assets.upload('image', bytes, {
    filename: image.name,
    contentType: image.mediaType,
  })
  return asset._id
}

function questionKey(exam: string, question: Question): string {
  return keyOf('import', exam, JSON.stringify(question))
}

function questionsOf(exam: StoredExam | undefined): readonly { readonly _key: string }[] {
  return exam?.questions ?? []
}

/** @throws UsageError QUESTIONS_NO_ANSWER when nobody can be asked */
async function agreed(count: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new UsageError('QUESTIONS_NO_ANSWER', 'Nobody can be asked whether to import.', 'Add --yes.')
  }
  return await confirm({ message: `Add ${counted(count, 'question')} to the draft?`, default: true })
}

/** The questions at the places that a list names, such as `1,3-5`. @throws UsageError QUESTIONS_PICK_INVALID */
export function pickFrom<Each>(all: readonly Each[], pick: string): Each[] {
  const places = new Set<number>()
  for (const part of pick.split(',')) {
    const [, first, last] = /^\s*([1-9][0-9]{0,6})\s*(?:-\s*([1-9][0-9]{0,6}))?\s*$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last ?? first)]
    if (first === undefined || from > to || to > all.length) {
      throw new UsageError(
        'QUESTIONS_PICK_INVALID',
        `“${part.trim()}” does not pick any of the ${counted(all.length, 'question')} that could be read.`,
        'Write places from 1, such as --pick 1,3-5.',
      )
    }
    for (let place = from; place <= to; place += 1) places.add(place)
  }
  return all.filter((_, index) => places.has(index + 1))
}
