import { LineCutter } from '../lines.ts'
import type { Place, Remark } from '../problem.ts'
import type { PushReader } from '../push-reader.ts'
import { problem, type Read, settle } from '../settle.ts'

type Open = {
  readonly stem: string
  readonly place: Place
  readonly choices: { readonly letter: string; readonly text: string; readonly place: Place }[]
}

/**
 * Reads Aiken as Moodle does: the question on one line, `A.` or `A)` before each choice, then `ANSWER: A`. A problem's
 * line is the one that Moodle names, too.
 *
 * @see https://docs.moodle.org/en/Aiken_format
 */
export class AikenReader implements PushReader {
  readonly done = false
  held = 0
  readonly #cutter = new LineCutter()
  #line = 0
  #open: Open | undefined;

  *push(piece: string): Generator<Read> {
    this.held += piece.length
    for (const line of this.#cutter.push(piece)) yield* this.#take(line)
  }

  *end(): Generator<Read> {
    for (const line of this.#cutter.end()) yield* this.#take(line)
    if (this.#open !== undefined) yield notComplete(this.#open, this.#open.place, 'the file ends')
  }

  *#take(raw: string): Generator<Read> {
    this.#line += 1
    const text = raw.trim()
    // Moodle passes over lines of a single character.
    if (text.length < 2) return
    const column = raw.length - raw.trimStart().length + 1
    const place = { line: this.#line, column, excerpt: text }
    if (/^[A-Z][).]/.test(text)) yield* this.#choice(text, place)
    else if (text.startsWith('ANSWER:')) yield* this.#answer(text, place)
    else yield* this.#question(text, place)
  }

  *#question(stem: string, place: Place): Generator<Read> {
    if (/^answer\s*:/i.test(stem) && this.#open !== undefined && this.#open.choices.length > 0) {
      yield problem('aiken', place, {
        code: 'aiken/answer-in-small-letters',
        message: `The line with the answer must begin with “ANSWER:”, not “${stem.slice(0, stem.indexOf(':') + 1)}”; the question above was not converted.`,
        remedy: 'Write ANSWER: in capital letters and without a space before the colon.',
      })
      this.#close()
      return
    }
    if (this.#open !== undefined) {
      yield notComplete(this.#open, place, 'this question begins')
    }
    this.#close()
    this.#open = { stem, place, choices: [] }
  }

  *#choice(text: string, place: Place): Generator<Read> {
    if (this.#open === undefined) yield notStarted(place, 'choice')
    else this.#open.choices.push({ letter: text.slice(0, 1), text: text.slice(2), place })
  }

  *#answer(text: string, place: Place): Generator<Read> {
    const open = this.#open
    this.#close()
    if (open === undefined) {
      yield notStarted(place, 'answer')
      return
    }
    const fault = answerFault(open, text.slice('ANSWER:'.length).trim(), place)
    if ('remark' in fault) {
      yield problem('aiken', fault.place, fault.remark)
      return
    }
    yield* settle('aiken', open.place, {
      type: 'single',
      stem: open.stem,
      choices: open.choices.map((choice, index) => ({ text: choice.text, correct: index === fault.correct })),
    })
  }

  #close(): void {
    this.#open = undefined
    this.held = 0
  }
}

function answerFault(
  { stem, choices }: Open,
  answer: string,
  place: Place,
): { readonly correct: number } | { readonly place: Place; readonly remark: Remark } {
  const fault = (remark: Remark, at = place) => ({ place: at, remark })
  if (choices.length < 2) {
    return fault({
      code: 'question/too-few-choices',
      message: `The question “${stem.slice(0, 60)}” has ${choices.length === 0 ? 'no choices' : 'one choice'} before its answer; there must be at least two.`,
      remedy:
        'Write each choice on a line of its own, as “A. …” or “A) …”, between the question and its answer.',
    })
  }
  const astray = choices.find(({ letter }, index) => letter.charCodeAt(0) !== 65 + index)
  if (astray !== undefined) {
    return fault(
      {
        code: 'aiken/letters-out-of-order',
        message: `Choices are named A, B, C … in this order; “${astray.letter}” is out of it, so the answer could mean another choice.`,
        remedy: 'Name the choices A, B, C … without a gap.',
      },
      astray.place,
    )
  }
  const [, letter] = /^([A-Z])(?:$|[).:\s])/.exec(answer) ?? []
  const rest = answer.slice(1).replace(/^[).:]/, '')
  if (letter === undefined || /^\s*[,;&/+]/.test(rest) || /^\s*(and\s+)?[A-Z]([\s).,;]|$)/.test(rest)) {
    return fault({
      code: 'aiken/answer-unreadable',
      message: 'The answer must be one letter: Aiken holds questions with one correct choice.',
      remedy: 'Write “ANSWER: ” and one capital letter. Use another format for several correct choices.',
    })
  }
  const correct = letter.charCodeAt(0) - 65
  if (correct < choices.length) return { correct }
  return fault({
    code: 'aiken/answer-not-a-choice',
    message: `The answer is ${letter}, but the choices end with ${choices.at(-1)?.letter ?? 'none'}.`,
    remedy: 'Name one of the choices.',
  })
}

function notStarted(place: Place, what: string): Read {
  return problem('aiken', place, {
    code: 'aiken/not-started',
    message: `There is ${what === 'answer' ? 'an answer' : 'a choice'} before a question has begun.`,
    remedy: 'Write the question on the line above its choices.',
  })
}

function notComplete(open: Open, place: Place, what: string): Read {
  return problem('aiken', place, {
    code: 'aiken/not-complete',
    message: `The question “${open.stem.slice(0, 60)}” (line ${open.place.line}) has no line “ANSWER:” before ${what}, and was not converted.`,
    remedy: 'Add its answer. A question and each of its choices stand on one line each.',
  })
}
