import type { SanityClient } from '@sanity/client'
import { type LintedExam, type LintedQuestion, lintExam } from '../../core/index.ts'
import { type Question, questionOfStored, readQuestions } from '../../core/questions/index.ts'
import { readExam } from './dataset.ts'
import type { QuestionFile } from './file.ts'
import { counted, Reporter } from './report.ts'

/** Checks the questions of a file as a reviewer would. @returns the command's exit code: 1 when there is an error */
export async function lintFile(file: QuestionFile, allNotes: boolean): Promise<number> {
  const reporter = new Reporter(file.name, allNotes)
  const questions: LintedQuestion[] = []
  const places = new Map<string, string>()
  for await (const read of readQuestions(file.format, file.stream())) {
    if (read.kind === 'problem') {
      reporter.tell(read.problem)
      continue
    }
    const key = String(questions.length + 1)
    places.set(key, `${file.name}:${read.line}:${read.column}`)
    questions.push(linted(key, read.question))
  }
  const errors = tell({ questions }, (key) => places.get(key) ?? file.name)
  reporter.end(`${counted(questions.length, 'question')} read;`)
  return errors === 0 && reporter.errors === 0 ? 0 : 1
}

/** Checks the questions of an exam. @returns the command's exit code: 1 when there is an error */
export async function lintStoredExam(client: SanityClient, id: string, ofDraft: boolean): Promise<number> {
  const exam = await readExam(client, id)
  const document = ofDraft ? (exam.draft ?? exam.published) : (exam.published ?? exam.draft)
  const name = document?._id ?? id
  const questions = (document?.questions ?? []).map((stored) => linted(stored._key, questionOfStored(stored)))
  const places = new Map(questions.map(({ key }, index) => [key, `${name}, question ${index + 1}`]))
  const passMark = document?.['passMark']
  const whole: LintedExam = { questions, ...(typeof passMark === 'number' && { passMark }) }
  return tell(whole, (key) => places.get(key) ?? name) === 0 ? 0 : 1
}

function linted(key: string, { type, stem, choices, feedback, fixedOrder }: Question): LintedQuestion {
  return {
    key,
    stem,
    kind: type,
    fixedOrder: fixedOrder === true,
    choices: choices.map((choice, index) => ({
      key: String(index + 1),
      text: choice.text,
      correct: choice.correct,
      rationale: choice.feedback ?? feedback,
    })),
  }
}

function tell(exam: LintedExam, place: (key: string) => string): number {
  const findings = lintExam(exam)
  for (const { code, level, question, choice, message, remedy } of findings) {
    const choices = exam.questions.find(({ key }) => key === question)?.choices ?? []
    const position = choice === undefined ? -1 : choices.findIndex(({ key }) => key === choice)
    const where = question === undefined ? 'The exam' : place(question)
    console.log(
      `${where}: ${level} ${code}:${position < 0 ? '' : ` Choice ${position + 1}:`} ${message} ${remedy}`,
    )
  }
  const errors = findings.filter(({ level }) => level === 'error').length
  console.log(
    findings.length === 0
      ? `${counted(exam.questions.length, 'question')}: nothing to object to.`
      : `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}.`,
  )
  return errors
}
