import type { QuestionProblem } from '../../core/questions/index.ts'

// After so many notes of one kind, the rest is only counted: a note on each of 10,000 questions hides the errors.
const mostNotes = 20

/** Tells of problems on standard error, each on its line, as compilers do. */
export class Reporter {
  /** How many things were not converted. */
  errors = 0
  readonly #name: string
  readonly #allNotes: boolean
  readonly #notes = new Map<string, number>()
  #shown = 0

  constructor(name: string, allNotes: boolean) {
    this.#name = name
    this.#allNotes = allNotes
  }

  tell(problem: QuestionProblem, place: { readonly line: number; readonly column: number } = problem): void {
    if (problem.severity === 'error') this.errors += 1
    else {
      const count = (this.#notes.get(problem.code) ?? 0) + 1
      this.#notes.set(problem.code, count)
      if (count > mostNotes && !this.#allNotes) return
    }
    clearProgress()
    console.error(
      `${this.#name}:${place.line}:${place.column}: ${problem.severity} ${problem.code}: ${problem.message} ${problem.remedy}`,
    )
    if (problem.excerpt !== '') console.error(`    ${problem.excerpt}`)
  }

  /** Sums up. @param done - what was done with how many questions, as a sentence */
  end(done: string): void {
    clearProgress()
    for (const [code, count] of this.#notes) {
      if (count > mostNotes && !this.#allNotes) {
        console.error(`${count - mostNotes} more notes ${code}; --all-notes lists them.`)
      }
    }
    const notes = Array.from(this.#notes.values()).reduce((sum, count) => sum + count, 0)
    console.error(`${done} ${counted(this.errors, 'problem')}, ${counted(notes, 'note')}.`)
  }

  /** Says on a terminal how far it is, four times a second at most. */
  progress(text: () => string): void {
    if (!process.stderr.isTTY || performance.now() - this.#shown < 250) return
    this.#shown = performance.now()
    process.stderr.write(`\r\u001b[K${text()}`)
  }
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
