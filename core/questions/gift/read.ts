import type { Reduced } from '../html.ts'
import { LineCutter } from '../lines.ts'
import { plainText } from '../plain.ts'
import type { Remark } from '../problem.ts'
import type { PushReader } from '../push-reader.ts'
import { imagesLeftOut, Losses, reduceText, type TextKind } from '../rich.ts'
import { type Draft, type DraftChoice, problem, type Read, settle } from '../settle.ts'
import { Block, unescapeGift } from './block.ts'

/**
 * Reads GIFT as Moodle does: a question is what stands between blank lines, its answers are in braces.
 *
 * @see https://docs.moodle.org/en/GIFT_format
 */
export class GiftReader implements PushReader {
  readonly done = false
  held = 0
  readonly #cutter = new LineCutter()
  #lines: string[] = []
  #seen = 0;

  *push(piece: string): Generator<Read> {
    this.held += piece.length
    yield* this.#take(this.#cutter.push(piece))
  }

  *end(): Generator<Read> {
    yield* this.#take(this.#cutter.end())
    yield* this.#close()
  }

  *#take(lines: readonly string[]): Generator<Read> {
    for (const line of lines) {
      this.#seen += 1
      if (/\S/.test(line)) this.#lines.push(line)
      else yield* this.#close(1)
    }
  }

  /** @param after - how many lines have been seen since the block's last one */
  *#close(after = 0): Generator<Read> {
    const lines = this.#lines
    this.#lines = []
    this.held = 0
    if (lines.length > 0) yield* readBlock(new Block(lines, this.#seen - after - lines.length + 1))
  }
}

const trueFalse = new Map([
  ['T', true],
  ['TRUE', true],
  ['F', false],
  ['FALSE', false],
])

function readBlock(block: Block): Read[] {
  const { mask, text } = block
  let from = skipBlank(text, 0)
  // A category is where the questions after it belong; an exam has no such place, and nothing of a question is lost.
  while (mask.startsWith('$CATEGORY:', from)) {
    const end = mask.indexOf('\n', from)
    if (end < 0) return []
    from = skipBlank(text, end)
  }
  if (from >= text.length) return []

  const start = from
  let title: string | undefined
  if (mask.startsWith('::', from)) {
    from += 2
    const end = mask.indexOf('::', from)
    if (end >= 0) {
      title = unescapeGift(text.slice(from, end))
      from = end + 2
    }
  }
  const open = mask.indexOf('{', from)
  const close = mask.indexOf('}', from)
  const fault = braceFault(block, open, close)
  if (fault !== undefined) return [fault]
  if (open < 0) {
    return [
      problem('gift', block.place(start, text.slice(from)), {
        code: 'question/type-not-held',
        message: 'This is a description (text without an answer in braces), which an exam does not hold.',
        remedy: 'Add the answers in braces, or put the text into the exam’s introduction.',
      }),
    ]
  }

  const rest = text.slice(close + 1)
  const stem = parseText(text.slice(from, open) + (rest.trim() === '' ? '' : `_____${rest}`), 'moodle')
  const inner = new Span(block, open + 1, close)
  const separator = inner.mask.lastIndexOf('####')
  const answer = (separator < 0 ? inner : inner.part(0, separator)).trimmed()
  const general = separator < 0 ? undefined : parseText(inner.text.slice(separator + 4), stem.kind)
  const losses = new Losses()
  const drafted = draftOf(answer, stem.kind, losses)
  const place = block.place(start, text.slice(from, open))
  if ('remark' in drafted) {
    return [problem('gift', drafted.at === undefined ? place : block.place(drafted.at), drafted.remark)]
  }
  const images = [stem.reduced, ...(general ? [general.reduced] : [])].reduce(
    (sum, { images }) => sum + images.length,
    drafted.images,
  )
  if (images > 0) losses.say(imagesLeftOut(images, 'GIFT names images, but does not carry them'))
  const { tags, identifier } = commentFields(block.comments)
  if (identifier !== undefined) {
    losses.say({
      code: 'left-out/identifier',
      message: `The identifier “${identifier}” was left out: questions of an exam have keys of their own.`,
      remedy: 'Nothing needs to be done, unless you look the question up by it.',
    })
  }
  const draft: Draft = {
    ...drafted.draft,
    title,
    stem: losses.add(stem.reduced),
    feedback: general && losses.add(general.reduced),
    tags,
  }
  return settle('gift', place, draft, losses.remarks())
}

/** A part of a block that knows where it stands. */
class Span {
  readonly block: Block
  readonly from: number
  readonly to: number

  constructor(block: Block, from: number, to: number) {
    this.block = block
    this.from = from
    this.to = to
  }

  get text(): string {
    return this.block.text.slice(this.from, this.to)
  }

  get mask(): string {
    return this.block.mask.slice(this.from, this.to)
  }

  part(from: number, to: number): Span {
    return new Span(this.block, this.from + from, this.from + to)
  }

  trimmed(): Span {
    const { text } = this
    const start = text.length - text.trimStart().length
    return this.part(start, Math.max(start, text.trimEnd().length))
  }
}

function braceFault(block: Block, open: number, close: number): Read | undefined {
  const { mask } = block
  const fault = (at: number, remark: Remark) => problem('gift', block.place(at), remark)
  if (open < 0 && close < 0) return undefined
  if (close < 0) {
    return fault(open, {
      code: 'gift/brace-not-closed',
      message:
        'The answers begin with “{”, but the question ends (at a blank line or the end of the file) without “}”.',
      remedy: 'Close the answers with “}”, and leave no blank line inside a question.',
    })
  }
  if (open < 0 || close < open) {
    return fault(close, {
      code: 'gift/brace-not-opened',
      message: 'There is a “}” without a “{” before it.',
      remedy:
        'Open the answers with “{”, and leave no blank line inside a question; write \\} for the sign itself.',
    })
  }
  const inside = mask.slice(open + 1, close).indexOf('{')
  if (inside >= 0) {
    return fault(open + 1 + inside, {
      code: 'gift/brace-not-escaped',
      message: 'There is another “{” inside the answers.',
      remedy: 'Write \\{ and \\} for the signs themselves, or close the answers before.',
    })
  }
  const after = mask.slice(close + 1).search(/[{}]/)
  if (after < 0) return undefined
  return fault(close + 1 + after, {
    code: 'gift/second-answer-block',
    message: 'A question has one block of answers in braces; here another one follows.',
    remedy: 'Put a blank line between two questions; write \\{ and \\} for the signs themselves.',
  })
}

type Drafted =
  | { readonly draft: Pick<Draft, 'type' | 'choices' | 'fixedOrder'>; readonly images: number }
  | { readonly remark: Remark; readonly at?: number }

function draftOf(answer: Span, kind: TextKind, losses: Losses): Drafted {
  const { mask } = answer
  if (mask === '') return notHeld('an essay (empty braces)')
  if (mask.startsWith('#')) return notHeld('a numerical question ({#…})')
  if (mask.includes('~')) return multipleChoice(answer, kind, losses)
  if (mask.includes('=') && mask.includes('->')) return notHeld('a matching question (=… -> …)')
  const end = mask.indexOf('#')
  const key = trueFalse.get(end > 0 ? mask.slice(0, end).trim() : mask)
  if (key !== undefined) return trueOrFalse(answer, key, kind, losses)
  return notHeld('a short-answer question (only =…)')
}

function notHeld(what: string): Drafted {
  return {
    remark: {
      code: 'question/type-not-held',
      message: `This is ${what}, which an exam does not hold: its questions have choices to tick.`,
      remedy: 'Rewrite it with choices (~wrong =right), or leave it out.',
    },
  }
}

function trueOrFalse(answer: Span, key: boolean, kind: TextKind, losses: Losses): Drafted {
  const first = answer.mask.indexOf('#')
  const second = first < 0 ? -1 : answer.mask.indexOf('#', first + 1)
  const texts = [
    first < 0 ? '' : answer.text.slice(first + 1, second < 0 ? undefined : second),
    second < 0 ? '' : answer.text.slice(second + 1),
  ].map((text) => parseText(text, kind).reduced)
  const [wrong, right] = texts.map((reduced) => losses.add(reduced))
  return {
    draft: {
      type: 'single',
      choices: [
        { text: 'True', correct: key, feedback: key ? right : wrong },
        { text: 'False', correct: !key, feedback: key ? wrong : right },
      ],
      fixedOrder: true,
    },
    images: texts.reduce((sum, { images }) => sum + images.length, 0),
  }
}

// A weight as Moodle knows it: at most two digits before the point, or 100.
const weight = /^%(-?)([0-9]{1,3}(?:\.[0-9]*)?)%/

function multipleChoice(answer: Span, kind: TextKind, losses: Losses): Drafted {
  const { mask } = answer
  const marks = Array.from(mask.matchAll(/[~=]/g), ({ index }) => index)
  const before = answer.part(0, marks[0] ?? 0)
  if (before.text.trim() !== '') {
    return {
      at: before.from,
      remark: {
        code: 'gift/text-before-choices',
        message: 'There is text before the first choice.',
        remedy: 'Begin every choice with ~ or =, or move the text before the “{”.',
      },
    }
  }
  const choices: DraftChoice[] = []
  let images = 0
  let weighedRight = false
  for (const [index, mark] of marks.entries()) {
    const right = mask[mark] === '='
    const span = answer.part(mark + 1, marks[index + 1] ?? mask.length).trimmed()
    let fraction = right ? 100 : 0
    let { text } = span
    const weighed = weight.exec(text)
    if (weighed !== null) {
      fraction = Number(weighed[2]) * (weighed[1] === '-' ? -1 : 1)
      text = text.slice(weighed[0].length)
      if (right && fraction !== 100) weighedRight = true
      if (Math.abs(fraction) > 100) {
        return {
          at: span.from,
          remark: {
            code: 'gift/weight-out-of-range',
            message: `A choice earns from -100 to 100 per cent of the mark, not ${fraction}.`,
            remedy: 'Write a weight between %-100% and %100%.',
          },
        }
      }
    }
    const offset = span.text.length - text.length
    const hash = span.mask.indexOf('#', offset)
    const words = parseText(hash < 0 ? text : span.text.slice(offset, hash), kind)
    const why = hash < 0 ? undefined : parseText(span.text.slice(hash + 1), kind)
    images += words.reduced.images.length + (why?.reduced.images.length ?? 0)
    if (plainText(words.reduced.text) === '') {
      return {
        at: answer.from + mark,
        remark: {
          code: 'question/empty-choice',
          message: `Choice ${index + 1} has no text.`,
          remedy: 'Write the choice, or take its ~ or = away; write \\~ and \\= for the signs themselves.',
        },
      }
    }
    choices.push({
      text: losses.add(words.reduced),
      correct: false,
      fraction,
      feedback: why && losses.add(why.reduced),
    })
  }
  // Moodle: one answer is allowed as soon as one has “=”. Shares after “=” only make sense for several.
  const single = mask.includes('=') && !weighedRight
  if (weighedRight) {
    losses.say({
      code: 'gift/weight-after-equals',
      message: 'Weights stand after “=”; they were taken as the shares of several correct choices.',
      remedy: 'Check the key. Moodle wants such weights after “~”.',
    })
  }
  return {
    draft: {
      type: single ? 'single' : 'multiple',
      choices: choices.map((choice) => ({
        ...choice,
        correct: single ? choice.fraction === 100 : (choice.fraction ?? 0) > 0,
      })),
    },
    images,
  }
}

const kinds = new Map<string, TextKind>([
  ['html', 'html'],
  ['moodle', 'moodle'],
  ['plain', 'plain'],
  ['markdown', 'markdown'],
])

/** A text whose kind may stand before it in brackets. */
function parseText(raw: string, otherwise: TextKind): { reduced: Reduced; kind: TextKind } {
  const text = raw.trim()
  const named = /^\[([a-z]{1,10})\]/.exec(text)
  const kind = named?.[1] === undefined ? undefined : kinds.get(named[1])
  const rest = kind === undefined || named === null ? text : text.slice(named[0].length)
  return {
    reduced: reduceText(unescapeGift(rest).trim(), kind ?? otherwise),
    kind: kind ?? otherwise,
  }
}

/** What Moodle writes into comments: `[id:…]` and `[tag:…]`, with `\]` for a bracket inside. */
function commentFields(comments: string): { tags: string[]; identifier: string | undefined } {
  const inside = (text: string) => text.replace(/\\\]/g, ']').trim()
  const tags = Array.from(comments.matchAll(/\[tag:((?:\\\]|[^\]<>`\n])+)\]/g), ([, tag = '']) => inside(tag))
  const identifier = /\[id:((?:\\\]|[^\]\n])+)\]/.exec(comments)?.[1]
  return { tags, identifier: identifier && inside(identifier) }
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1
  return at
}
