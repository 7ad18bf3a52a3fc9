import { defaultName } from '../default-name.ts'
import { type ImageReference, type Reduced, reduceHtml } from '../html.ts'
import { plainText } from '../plain.ts'
import type { Place, Remark } from '../problem.ts'
import type { QuestionImage } from '../question.ts'
import { imagesLeftOut, Losses } from '../rich.ts'
import { type Draft, problem, type Read, settle } from '../settle.ts'
import {
  attributeOf,
  elementsOf,
  findAll,
  innerHtml,
  innerText,
  sharedName,
  type XmlElement,
} from '../xml/tree.ts'

/** What an item may refer to beyond itself. */
export type ItemSurroundings = {
  /** The image of an address in the item, or undefined when it cannot be had. */
  image(address: string, alt: string): QuestionImage | undefined
  /** The root of a shared stimulus, or undefined when it cannot be had. */
  stimulus(address: string): XmlElement | undefined
  readonly tags?: readonly string[]
}

/** Whether an element is the root of an item of QTI 2 or 3. */
export function isItem(root: XmlElement): boolean {
  return sharedName(root.name) === 'assessmentitem'
}

/** Reads an item of QTI 2.x or 3.0 with one choice interaction. */
export function readItem(root: XmlElement, surroundings: ItemSurroundings, where: string): Read[] {
  const title = attributeOf(root, 'title') ?? ''
  const place: Place = {
    line: root.line,
    column: root.column,
    excerpt: [where, title || attributeOf(root, 'identifier')].filter(Boolean).join(': '),
  }
  const fault = (remark: Remark, at?: XmlElement) => [
    problem(
      'qti',
      at === undefined
        ? place
        : { line: at.line, column: at.column, excerpt: `${where && `${where}: `}<${at.name}>` },
      remark,
    ),
  ]
  const all = findAll(root, () => true)
  const named = (name: string) => all.filter((each) => sharedName(each.name) === name)
  const obstacle = obstacleOf(root, all)
  if (obstacle !== undefined) return fault(obstacle.remark, obstacle.at)

  const body = elementsOf(root).find((each) => sharedName(each.name) === 'itembody')
  const [interaction] = named('choiceinteraction')
  if (body === undefined || interaction === undefined) {
    return fault({
      code: 'qti/interaction-not-held',
      message: 'The item asks for no choice, so an exam does not hold it.',
      remedy: 'Rewrite it as a choice interaction, or leave it out.',
    })
  }
  const declaration = named('responsedeclaration').find(
    (each) => attributeOf(each, 'identifier') === attributeOf(interaction, 'responseidentifier'),
  )
  const choices = elementsOf(interaction).filter((each) => sharedName(each.name) === 'simplechoice')
  const key = keyOf(declaration)
  if (key === undefined) {
    return fault(
      {
        code: 'qti/no-key',
        message: 'The item says neither which response is correct nor what responses earn.',
        remedy: 'Declare the correct response.',
      },
      declaration ?? interaction,
    )
  }
  const stray = [...key.correct].find(
    (value) => !choices.some((each) => attributeOf(each, 'identifier') === value),
  )
  if (stray !== undefined) {
    return fault(
      {
        code: 'qti/broken-reference',
        message: `The correct response “${stray}” is not the identifier of a choice.`,
        remedy: 'Correct the identifier in the response declaration or in the choice.',
      },
      declaration,
    )
  }

  const losses = new Losses()
  const pictures = new Pictures(surroundings)
  const reduce = (html: string, inStem = false) => {
    const reduced = withoutForeignImages(reduceHtml(html), pictures, inStem)
    return losses.add(reduced)
  }
  const stimulus = stimulusText(all, surroundings, reduce)
  if (stimulus === undefined) {
    return fault({
      code: 'qti/stimulus-not-found',
      message: 'The item refers to a text that it shares with other items, and that text cannot be read.',
      remedy: 'Read the whole package, or write the text into the item.',
    })
  }
  const isFeedback = (each: XmlElement) => /^feedback(inline|block)$/.test(sharedName(each.name))
  const isAside = (each: XmlElement) =>
    ['rubricblock', 'stylesheet', 'cataloginfo'].includes(sharedName(each.name))
  // No text of XML holds this character, so it marks the place of the interaction.
  const mark = '\u0000'
  const around = innerHtml(body, (each) => (each === interaction ? mark : isFeedback(each) || isAside(each)))
  const [before = '', after = ''] = around.split(mark)
  const prompt = elementsOf(interaction).find((each) => sharedName(each.name) === 'prompt')
  // The prompt stands where the interaction does; what follows the interaction comes after it.
  const stem = [
    stimulus,
    reduce(before, true),
    prompt === undefined ? '' : reduce(innerHtml(prompt, isFeedback), true),
    reduce(after, true),
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
  if (named('rubricblock').length > 0) {
    losses.say({
      code: 'left-out/rubric',
      message: 'A rubric (instructions for some of the people who see the item) was left out.',
      remedy: 'Write it into the exam’s introduction, if members need it.',
    })
  }

  const type = typeOf(declaration, interaction)
  const identifiers = choices.map((choice) => attributeOf(choice, 'identifier') ?? '')
  const feedback = feedbackOf(root, body, interaction, identifiers, reduce, losses)
  const texts = choices.map((choice) => reduce(innerHtml(choice, isFeedback)))
  const shuffle = attributeOf(interaction, 'shuffle') === 'true'
  const fixed = choices.filter((choice) => attributeOf(choice, 'fixed') === 'true').length
  if (shuffle && fixed > 0 && fixed < choices.length) {
    losses.say({
      code: 'changed/fixed-choice',
      message: `${fixed === 1 ? 'One choice keeps its place' : `${fixed} choices keep their places`} while the others are shuffled; an exam keeps all or none in order, so all keep theirs.`,
      remedy: 'Allow shuffling if no choice depends on its place.',
    })
  }
  for (const remark of pictures.remarks()) losses.say(remark)
  const draft: Draft = {
    type,
    title: plainText(title) === defaultName(plainText(stem)) ? undefined : title,
    stem,
    choices: identifiers.map((identifier, index) => ({
      text: texts[index] ?? '',
      correct: key.correct.has(identifier),
      fraction: key.share(identifier, type),
      feedback: feedback.perChoice.get(identifier),
    })),
    feedback: feedback.general,
    tags: surroundings.tags,
    image: pictures.found,
    fixedOrder: !shuffle || fixed > 0,
  }
  return settle('qti', place, draft, losses.remarks())
}

/** What an exam cannot hold at all. */
function obstacleOf(
  root: XmlElement,
  all: readonly XmlElement[],
): { readonly remark: Remark; readonly at?: XmlElement } | undefined {
  const interactions = all.filter((each) => /interaction$/.test(sharedName(each.name)))
  const other = interactions.find((each) => sharedName(each.name) !== 'choiceinteraction')
  if (other !== undefined || interactions.length > 1) {
    const names = Array.from(new Set(interactions.map((each) => each.name))).join(', ')
    return {
      at: other ?? interactions[1] ?? root,
      remark: {
        code: 'qti/interaction-not-held',
        message:
          interactions.length > 1
            ? `The item asks for ${interactions.length} responses (${names}); an exam's question asks for one choice.`
            : `The item asks for ${names}, which an exam does not hold: its questions have choices to tick.`,
        remedy: 'Rewrite it as one choice interaction, or leave it out.',
      },
    }
  }
  const template = all.find((each) =>
    /^template(declaration|processing|block|inline)$|^printedvariable$/.test(sharedName(each.name)),
  )
  if (template !== undefined) {
    return {
      at: template,
      remark: {
        code: 'qti/template',
        message: 'The item is a template: its text or key is made anew each time, which an exam does not do.',
        remedy: 'Write out the questions that it should make.',
      },
    }
  }
  if (attributeOf(root, 'adaptive') !== 'true') return undefined
  return {
    remark: {
      code: 'qti/adaptive',
      message: 'The item is adaptive: it goes on after an answer, which an exam does not do.',
      remedy: 'Rewrite it as a question that is answered once.',
    },
  }
}

type Key = {
  readonly correct: ReadonlySet<string>
  /** The share of the mark in per cent, where the item gives one. */
  share(identifier: string, type: Draft['type']): number | undefined
}

function keyOf(declaration: XmlElement | undefined): Key | undefined {
  if (declaration === undefined) return undefined
  const parts = (name: string) => elementsOf(declaration).filter((each) => sharedName(each.name) === name)
  const declared = parts('correctresponse')
    .flatMap((each) => elementsOf(each))
    .filter((each) => sharedName(each.name) === 'value')
    .map((each) => innerText(each).trim())
  const mapping = new Map(
    parts('mapping')
      .flatMap((each) => elementsOf(each))
      .map(
        (each) =>
          [attributeOf(each, 'mapkey')?.trim() ?? '', Number(attributeOf(each, 'mappedvalue'))] as const,
      )
      .filter(([, value]) => Number.isFinite(value)),
  )
  const values = Array.from(mapping.values())
  const most = Math.max(0, ...values)
  const several = attributeOf(declaration, 'cardinality') === 'multiple'
  const best = Array.from(mapping).filter(([, value]) => (several ? value > 0 : value === most && value > 0))
  const correct = new Set(declared.length > 0 ? declared : best.map(([identifier]) => identifier))
  if (correct.size === 0) return undefined
  const sum = values.filter((value) => value > 0).reduce((total, value) => total + value, 0)
  return {
    correct,
    share(identifier, type) {
      const value = mapping.get(identifier)
      const whole = type === 'single' ? most : sum
      if (value === undefined || whole === 0) return undefined
      const share = Math.max(-100, Math.min(100, Number(((value / whole) * 100).toFixed(5))))
      // Where the declared key and what is earned disagree, the key counts.
      return correct.has(identifier) === share > 0 || type === 'single' ? share : undefined
    },
  }
}

function typeOf(declaration: XmlElement | undefined, interaction: XmlElement): Draft['type'] {
  const several = declaration !== undefined && attributeOf(declaration, 'cardinality') !== 'single'
  return several && attributeOf(interaction, 'maxchoices') !== '1' ? 'multiple' : 'single'
}

function stimulusText(
  all: readonly XmlElement[],
  surroundings: ItemSurroundings,
  reduce: (html: string, inStem?: boolean) => string,
): string | undefined {
  const references = all.filter((each) => sharedName(each.name) === 'assessmentstimulusref')
  const texts: string[] = []
  for (const reference of references) {
    const stimulus = surroundings.stimulus(attributeOf(reference, 'href') ?? '')
    const body = stimulus && elementsOf(stimulus).find((each) => sharedName(each.name) === 'stimulusbody')
    if (body === undefined) return undefined
    texts.push(
      reduce(
        innerHtml(body, (each) => sharedName(each.name) === 'cataloginfo'),
        true,
      ),
    )
  }
  return texts.join('\n\n')
}

/**
 * Feedback inside a choice, or shown for a choice's identifier, belongs to that choice. What is shown whatever the answer
 * (`hide` for an identifier that never is set, or the only feedback there is) is the question's. Other feedback depends on
 * the outcome, which exams do not know.
 */
function feedbackOf(
  root: XmlElement,
  body: XmlElement,
  interaction: XmlElement,
  identifiers: readonly string[],
  reduce: (html: string) => string,
  losses: Losses,
): { readonly perChoice: ReadonlyMap<string, string>; readonly general: string } {
  const perChoice = new Map<string, string>()
  const add = (identifier: string, text: string) => {
    if (text !== '') perChoice.set(identifier, [perChoice.get(identifier), text].filter(Boolean).join('\n'))
  }
  const isFeedback = (each: XmlElement) =>
    /^(feedback(inline|block)|modalfeedback)$/.test(sharedName(each.name))
  const nested = (each: XmlElement) => isFeedback(each)
  const within = new Set<XmlElement>()
  for (const choice of elementsOf(interaction)) {
    for (const each of findAll(choice, isFeedback)) {
      within.add(each)
      add(attributeOf(choice, 'identifier') ?? '', withoutDash(reduce(innerHtml(each, nested))))
    }
  }
  const general: string[] = []
  const conditional: string[] = []
  const others = [
    ...findAll(body, isFeedback).filter((each) => !within.has(each)),
    ...elementsOf(root).filter(isFeedback),
  ]
  const defaults = defaultsOf(root)
  for (const each of others) {
    const identifier = attributeOf(each, 'identifier') ?? ''
    const shown = attributeOf(each, 'showhide') !== 'hide'
    const outcome = attributeOf(each, 'outcomeidentifier') ?? ''
    const text = reduce(innerHtml(each, nested))
    if (text === '') continue
    const always = shown
      ? defaults.get(outcome) === identifier && !isSet(root, outcome)
      : !isSet(root, outcome) && defaults.get(outcome) !== identifier
    if (always) general.push(text)
    else if (shown && identifiers.includes(identifier)) add(identifier, text)
    else if (shown && /^(general|solution|explanation)/i.test(identifier)) general.push(text)
    else conditional.push(text)
  }
  if (conditional.length > 0) {
    losses.say({
      code: 'left-out/conditional-feedback',
      message: `Feedback that depends on how right the answer is was left out: “${conditional.join('” “').slice(0, 200)}”.`,
      remedy: 'Write what members should learn from it into the rationales.',
    })
  }
  return { perChoice, general: general.join('\n') }
}

/** The default values of outcomes, by identifier. */
function defaultsOf(root: XmlElement): Map<string, string> {
  return new Map(
    elementsOf(root)
      .filter((each) => sharedName(each.name) === 'outcomedeclaration')
      .map((each) => [attributeOf(each, 'identifier') ?? '', innerText(each).trim()]),
  )
}

/** Whether response processing ever sets an outcome. */
function isSet(root: XmlElement, outcome: string): boolean {
  return findAll(root, (each) => sharedName(each.name) === 'setoutcomevalue').some(
    (each) => attributeOf(each, 'identifier') === outcome,
  )
}

// Items put a dash between a choice and the feedback that appears behind it.
function withoutDash(text: string): string {
  return text.trim().replace(/^[—–-]\s+/, '')
}

/** The pictures of an item: one goes with the question's text. */
class Pictures {
  found: QuestionImage | undefined
  readonly #surroundings: ItemSurroundings
  readonly #missing: string[] = []
  #others = 0

  constructor(surroundings: ItemSurroundings) {
    this.#surroundings = surroundings
  }

  take(references: readonly ImageReference[], inStem: boolean): void {
    for (const { source, alt } of references) {
      if (!inStem || this.found !== undefined) {
        this.#others += 1
        continue
      }
      const image = this.#surroundings.image(source, plainText(alt))
      if (image === undefined) this.#missing.push(source)
      else this.found = image
    }
  }

  remarks(): Remark[] {
    return [
      ...this.#missing.map(
        (source): Remark => ({
          code: 'image/not-found',
          message: `The image “${source.slice(0, 80)}” cannot be read: it is not in the package, or is no image.`,
          remedy: 'Read the whole package, or add the image by hand.',
        }),
      ),
      ...(this.#others > 0
        ? [imagesLeftOut(this.#others, 'a question holds one image, and that with its text')]
        : []),
    ]
  }
}

function withoutForeignImages(reduced: Reduced, pictures: Pictures, inStem: boolean): Reduced {
  pictures.take(reduced.images, inStem)
  // A choice that is nothing but an image is known by its alternative text.
  if (inStem || reduced.text.trim() !== '' || reduced.images.length === 0) return reduced
  return { ...reduced, text: reduced.images.map((image) => image.alt).join(' ') }
}
