import { defaultName } from '../default-name.ts'
import type { ImageReference } from '../html.ts'
import { imageOf, imageOfDataUrl } from '../image.ts'
import { plainText } from '../plain.ts'
import type { Remark } from '../problem.ts'
import type { PushReader } from '../push-reader.ts'
import type { QuestionImage } from '../question.ts'
import { imagesLeftOut, Losses, reduceText, type TextKind } from '../rich.ts'
import { type Draft, problem, type Read, settle } from '../settle.ts'
import { childOf, elementsOf, innerText, XmlCutter, type XmlElement, type XmlEvent } from '../xml/tree.ts'

/**
 * Reads Moodle XML: `<quiz>` with one `<question>` after the other.
 *
 * @see https://docs.moodle.org/en/Moodle_XML_format
 */
export class MoodleXmlReader implements PushReader {
  readonly #cutter = new XmlCutter(1)
  done = false

  get held(): number {
    return this.#cutter.held
  }

  *push(piece: string): Generator<Read> {
    for (const event of this.#cutter.push(piece)) yield* this.#take(event)
  }

  *end(): Generator<Read> {
    for (const event of this.#cutter.end()) yield* this.#take(event)
  }

  *#take(event: XmlEvent): Generator<Read> {
    if (this.done) return
    if (event.kind === 'fault') {
      this.done = true
      yield problem('moodle-xml', event.place, event.remark)
    } else if (event.kind === 'root') {
      if (event.element.name === 'quiz') return
      this.done = true
      yield problem('moodle-xml', placeOf(event.element), {
        code: 'moodle-xml/not-a-quiz',
        message: `Moodle XML begins with <quiz>, this file with <${event.element.name}>.`,
        remedy: 'Export the questions from Moodle as Moodle XML, or choose the format that the file has.',
      })
    } else if (event.element.name === 'question') yield* readQuestion(event.element)
    else {
      yield problem('moodle-xml', placeOf(event.element), {
        code: 'question/type-not-held',
        message: `A quiz holds questions; <${event.element.name}> is none.`,
        remedy: 'Take it out of the file.',
      })
    }
  }
}

const choiceTypes = new Set(['multichoice', 'multichoiceset', 'truefalse'])

function readQuestion(element: XmlElement): Read[] {
  const type = (element.attributes['type'] ?? '').trim()
  // Where the questions that follow belong. An exam has no such place, and nothing of a question is lost.
  if (type === 'category') return []
  const stem = childOf(element, 'questiontext')
  const title = innerText(childOf(childOf(element, 'name'), 'text'))
  const place = {
    ...placeOf(element),
    excerpt: plainText(title) || plainText(innerText(childOf(stem, 'text'))),
  }
  if (!choiceTypes.has(type)) {
    return [
      problem('moodle-xml', place, {
        code: 'question/type-not-held',
        message: `This is a question of the type “${type}”, which an exam does not hold: its questions have choices to tick.`,
        remedy: 'Rewrite it as multiple choice, or leave it out.',
      }),
    ]
  }
  const losses = new Losses()
  const images = new Images(element, stem)
  const kind = kindOf(stem, 'html')
  const read = (each: XmlElement | undefined, otherwise: TextKind, inStem = false) => {
    if (each === undefined) return ''
    const reduced = reduceText(innerText(childOf(each, 'text')).trim(), kindOf(each, otherwise))
    images.take(reduced.images, inStem)
    return losses.add(reduced)
  }
  const answers = elementsOf(element).filter((each) => each.name === 'answer')
  const drafted =
    type === 'truefalse' ? trueOrFalse(answers, kind, read) : choices(element, type, answers, kind, read)
  if ('code' in drafted) return [problem('moodle-xml', place, drafted)]
  const feedback = childOf(element, 'generalfeedback')
  const text = read(stem, 'html', true)
  const draft: Draft = {
    ...drafted,
    // A question without a title of its own is named by its beginning.
    title: plainText(title) === defaultName(plainText(text)) ? undefined : title,
    stem: text,
    feedback: read(feedback, kind),
    tags: tagsOf(element),
    image: images.found,
  }
  sayWhatIsLeftOut(element, kind, losses)
  for (const remark of images.remarks()) losses.say(remark)
  return settle('moodle-xml', place, draft, losses.remarks())
}

type Drafted = Pick<Draft, 'type' | 'choices' | 'fixedOrder'>
type ReadText = (each: XmlElement | undefined, otherwise: TextKind) => string

function choices(
  element: XmlElement,
  type: string,
  answers: readonly XmlElement[],
  kind: TextKind,
  read: ReadText,
): Drafted | Remark {
  // The plugin “multichoiceset” gives every right answer the full mark: all or nothing.
  const set = type === 'multichoiceset'
  const single = !set && isTrue(childOf(element, 'single'), true)
  const drafts: Draft['choices'][number][] = []
  for (const answer of answers) {
    const fraction = fractionOf(answer)
    if (fraction === undefined) {
      return {
        code: 'moodle-xml/fraction-unreadable',
        message: `The fraction “${answer.attributes['fraction'] ?? ''}” of an answer is not a number from -100 to 100.`,
        remedy: 'Write the share of the mark in per cent, such as fraction="100".',
      }
    }
    drafts.push({
      text: read(answer, kind),
      correct: single ? fraction > 99.99 : fraction > 0,
      fraction: set ? undefined : fraction,
      feedback: read(childOf(answer, 'feedback'), kind),
    })
  }
  const shuffle = childOf(element, 'shuffleanswers')
  return {
    type: single ? 'single' : 'multiple',
    choices: drafts,
    fixedOrder: shuffle !== undefined && !isTrue(shuffle, true),
  }
}

function trueOrFalse(answers: readonly XmlElement[], kind: TextKind, read: ReadText): Drafted | Remark {
  const named = answers.map((answer) => innerText(childOf(answer, 'text')).trim())
  // Old exports name the answers in the language of the site; then the first one is “true”.
  const first = named.indexOf('false') === 0 || named.indexOf('true') === 1 ? 1 : 0
  const [yes, no] = [answers[first], answers[1 - first]]
  if (yes === undefined || no === undefined || answers.length > 2) {
    return {
      code: 'question/too-few-choices',
      message: `A true/false question has two answers, this one ${answers.length}.`,
      remedy: 'Mend the question in Moodle and export it again.',
    }
  }
  return {
    type: 'single',
    choices: [
      { text: 'True', correct: fractionOf(yes) === 100, feedback: read(childOf(yes, 'feedback'), kind) },
      { text: 'False', correct: fractionOf(no) === 100, feedback: read(childOf(no, 'feedback'), kind) },
    ],
    fixedOrder: true,
  }
}

function fractionOf(answer: XmlElement): number | undefined {
  const written = answer.attributes['fraction']
  if (written === undefined || written.trim() === '') return 0
  const fraction = Number(written)
  return Number.isFinite(fraction) && Math.abs(fraction) <= 100 ? fraction : undefined
}

function isTrue(element: XmlElement | undefined, otherwise: boolean): boolean {
  const word = innerText(element).trim()
  if (element === undefined) return otherwise
  return word !== '' && word !== '0' && word !== 'false'
}

const kinds: Record<string, TextKind> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
}

function kindOf(element: XmlElement | undefined, otherwise: TextKind): TextKind {
  const format = element?.attributes['format']?.trim()
  // Moodle takes a name that it does not know for HTML.
  return format === undefined ? otherwise : (kinds[format] ?? 'html')
}

function tagsOf(element: XmlElement): string[] {
  return elementsOf(element)
    .filter((each) => each.name === 'tags' || each.name === 'coursetags')
    .flatMap((tags) => elementsOf(tags).map((tag) => innerText(childOf(tag, 'text') ?? tag)))
}

// What Moodle writes by itself when a teacher writes nothing.
const stock = new Set([
  'Your answer is correct.',
  'Your answer is partially correct.',
  'Your answer is incorrect.',
])

function sayWhatIsLeftOut(element: XmlElement, kind: TextKind, losses: Losses): void {
  const conditional = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].flatMap((name) => {
    const each = childOf(element, name)
    const { text } = reduceText(innerText(childOf(each, 'text')).trim(), kindOf(each, kind))
    return text === '' || stock.has(text) ? [] : [text]
  })
  if (conditional.length > 0) {
    losses.say({
      code: 'left-out/conditional-feedback',
      message: `Feedback that depends on how right the answer is was left out: “${conditional.join('” “').slice(0, 200)}”.`,
      remedy: 'Write what members should learn from it into the rationales.',
    })
  }
  const hints = elementsOf(element).filter(
    (each) => each.name === 'hint' && innerText(each).trim() !== '',
  ).length
  if (hints > 0) {
    losses.say({
      code: 'left-out/hints',
      message: `${hints === 1 ? 'A hint was' : `${hints} hints were`} left out: exams give none.`,
      remedy: 'Write what matters of them into the rationales.',
    })
  }
  const identifier = innerText(childOf(element, 'idnumber')).trim()
  if (identifier !== '') {
    losses.say({
      code: 'left-out/identifier',
      message: `The identifier “${identifier}” was left out: questions of an exam have keys of their own.`,
      remedy: 'Nothing needs to be done, unless you look the question up by it.',
    })
  }
  const mark = innerText(childOf(element, 'defaultgrade')).trim()
  if (mark !== '' && Number(mark) !== 1) {
    losses.say({
      code: 'left-out/mark',
      message: `The mark of ${Number(mark)} was left out: every question of an exam counts the same.`,
      remedy: 'Check whether the exam is still balanced.',
    })
  }
}

/** The images of a question: one may go with its text, the others are left out. */
class Images {
  found: QuestionImage | undefined
  readonly #element: XmlElement
  readonly #stem: XmlElement | undefined
  readonly #unreadable: string[] = []
  #others = 0

  constructor(element: XmlElement, stem: XmlElement | undefined) {
    this.#element = element
    this.#stem = stem
    // The way of Moodle 1.9: the image stands beside the text.
    const name = innerText(childOf(element, 'image')).trim()
    const data = innerText(childOf(element, 'image_base64'))
    if (name !== '' && data.trim() !== '') this.#offer(name, imageOf(name, data, ''))
  }

  take(references: readonly ImageReference[], inStem: boolean): void {
    for (const { source, alt } of references) {
      if (!inStem) {
        this.#others += 1
      } else if (source.startsWith('data:'))
        this.#offer('an image inside the text', imageOfDataUrl(source, alt))
      else {
        const name = nameOf(source)
        const file = elementsOf(this.#stem ?? this.#element).find(
          (each) => each.name === 'file' && each.attributes['name'] === name,
        )
        const known = file !== undefined && (file.attributes['encoding'] ?? 'base64') === 'base64'
        this.#offer(source, known ? imageOf(name, innerText(file), plainText(alt)) : undefined)
      }
    }
  }

  #offer(name: string, image: QuestionImage | undefined): void {
    if (image === undefined) this.#unreadable.push(name)
    else if (this.found === undefined) this.found = image
    else this.#others += 1
  }

  remarks(): Remark[] {
    return [
      ...this.#unreadable.map(
        (name): Remark => ({
          code: 'image/not-found',
          message: `The image “${name.slice(0, 80)}” is not in the file, or is no image.`,
          remedy: 'Add it by hand, if the question needs it.',
        }),
      ),
      ...(this.#others > 0
        ? [imagesLeftOut(this.#others, 'a question holds one image, and that with its text')]
        : []),
    ]
  }
}

/** The file's name of an address such as `@@PLUGINFILE@@/eye%20photo.png?time=1`. */
function nameOf(source: string): string {
  const path = (source.split(/[?#]/)[0] ?? '').replace(/^@@PLUGINFILE@@\//, '')
  const last = path.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function placeOf(element: XmlElement) {
  return { line: element.line, column: element.column, excerpt: `<${element.name}>` }
}
