import { canonicalJson } from './canonical-json.ts'

/** A choice as an editor has it: anything but its key may still be missing. */
export type EditedChoice = {
  readonly key: string
  readonly text?: string | undefined
  readonly correct?: boolean | undefined
  readonly rationale?: string | undefined
}

/** A question as an editor has it. */
export type EditedQuestion = {
  readonly key: string
  readonly stem?: string | undefined
  readonly kind?: string | undefined
  readonly choices: readonly EditedChoice[]
  /** How it is shown beyond its wording (figure, fixed order), as any text that is equal for equal looks. */
  readonly look?: string | undefined
}

/** An exam as an editor has it: what can be graded (see `examVersionSchema`), and what is only shown. */
export type EditedExam = {
  readonly title?: string | undefined
  readonly introduction?: string | undefined
  readonly passMark?: number | undefined
  readonly maxAttempts?: number | undefined
  readonly points?: number | undefined
  readonly pointType?: string | undefined
  readonly feedback?: string | undefined
  readonly questions: readonly EditedQuestion[]
}

/** Which part of an exam a change is in; every part has one consequence for members. */
export type ExamPart = keyof typeof consequences

/** One thing that publishing would change. */
export type ExamChange = {
  readonly part: ExamPart
  /** What changes, as a sentence. */
  readonly what: string
}

/** What publishing a draft of an exam means. */
export type ExamChanges = {
  /** Every change, in the order of the exam; those of its rules come last. */
  readonly changes: readonly ExamChange[]
  /** Whether a new exam version comes of it: something changes that can be graded or awarded. */
  readonly newVersion: boolean
  /** Whether an answer that a member has sent could be marked otherwise now. */
  readonly regradable: boolean
}

/** For each part: what its change does to members, whether it makes a new version, whether earlier marks could differ. */
const consequences = {
  key: {
    text: 'Members who have sent answers keep their result. By the new key some of those answers would be marked otherwise: you can ask for a regrade.',
    newVersion: true,
    regradable: true,
  },
  'question-removed': {
    text: 'New pages no longer ask it. Earlier attempts keep the result in which it counted: you can ask for a regrade without it.',
    newVersion: true,
    regradable: true,
  },
  'question-added': {
    text: 'New pages ask it. Earlier attempts keep their result: nobody has answered it yet.',
    newVersion: true,
    regradable: false,
  },
  wording: {
    text: 'New pages show the new wording. Earlier attempts keep the wording that was answered, and their result.',
    newVersion: true,
    regradable: false,
  },
  order: {
    text: 'New pages show the new order. It changes no mark: answers are known by their choice, not by its place.',
    newVersion: true,
    regradable: false,
  },
  title: {
    text: 'Attempts and points from now on carry the new title; earlier ones keep theirs.',
    newVersion: true,
    regradable: false,
  },
  'pass-mark': {
    text: 'It decides about attempts from now on. Earlier attempts keep their result: you can ask for a regrade by the new pass mark.',
    newVersion: true,
    regradable: true,
  },
  attempts: {
    text: 'It counts for everybody, members who have begun included: with fewer, some have none left; with more, some may try again.',
    newVersion: true,
    regradable: false,
  },
  points: {
    text: 'Passes from now on earn it. Points that were awarded stay as they are.',
    newVersion: true,
    regradable: false,
  },
  feedback: {
    text: 'It counts for everybody at once, for earlier attempts too.',
    newVersion: true,
    regradable: false,
  },
  shown: {
    text: 'It is only shown: pages follow, and no new version is made.',
    newVersion: false,
    regradable: false,
  },
} as const

/**
 * Says what a change in a part of an exam does to members.
 *
 * @returns one or two plain sentences.
 */
export function consequenceOf(part: ExamPart): string {
  return consequences[part].text
}

/**
 * Compares an exam as it is published with the draft that would replace it.
 *
 * Questions and choices are matched by their keys, so one that only moved is not one that was removed and added. Whether
 * a new version comes of it agrees with `canonicalExamVersion`: it does when anything changes that a version holds.
 *
 * @returns no changes at all when members would notice nothing.
 */
export function examChanges(published: EditedExam, draft: EditedExam): ExamChanges {
  const changes = [...questionChanges(published.questions, draft.questions), ...ruleChanges(published, draft)]
  return {
    changes,
    newVersion: changes.some(({ part }) => consequences[part].newVersion),
    regradable: changes.some(({ part }) => consequences[part].regradable),
  }
}

function questionChanges(before: readonly EditedQuestion[], after: readonly EditedQuestion[]): ExamChange[] {
  const old = new Map(before.map((question, index) => [question.key, { question, number: index + 1 }]))
  const kept = new Set(after.map(({ key }) => key))
  const changes: ExamChange[] = after.flatMap((question, index) => {
    const name = nameOf(question, index + 1)
    const known = old.get(question.key)
    return known === undefined
      ? [{ part: 'question-added', what: `${name} is new.` } as const]
      : changesWithin(known.question, question, name)
  })
  for (const { question, number } of old.values()) {
    if (!kept.has(question.key)) {
      changes.push({ part: 'question-removed', what: `${nameOf(question, number)} is left out.` })
    }
  }
  if (!sameOrder(before, after)) changes.push({ part: 'order', what: 'The questions are in another order.' })
  return changes
}

function changesWithin(before: EditedQuestion, after: EditedQuestion, name: string): ExamChange[] {
  const changes: ExamChange[] = []
  const add = (part: ExamPart, what: string) => changes.push({ part, what: `${name}: ${what}` })
  const oldKey = keyOf(before)
  const newKey = keyOf(after)
  if (!equal(oldKey.keys, newKey.keys)) {
    add('key', `correct is now ${newKey.texts}; it was ${oldKey.texts}.`)
  }
  if ((before.stem ?? '') !== (after.stem ?? '')) add('wording', 'the question is worded differently.')
  if ((before.kind ?? '') !== (after.kind ?? '')) {
    add('wording', `it now takes ${after.kind === 'multiple' ? 'several answers' : 'one answer'}.`)
  }
  const old = new Map(before.choices.map((choice) => [choice.key, choice]))
  const kept = new Set(after.choices.map(({ key }) => key))
  for (const choice of after.choices) {
    const known = old.get(choice.key)
    const text = quoted(choice.text, 'without text')
    if (known === undefined) add('wording', `the choice ${text} is new.`)
    else {
      if ((known.text ?? '') !== (choice.text ?? '')) {
        add('wording', `a choice reads ${text}; it read ${quoted(known.text, 'nothing')}.`)
      }
      if ((known.rationale ?? '') !== (choice.rationale ?? '')) {
        add('wording', `the rationale of ${text} is worded differently.`)
      }
    }
  }
  for (const choice of before.choices) {
    if (!kept.has(choice.key))
      add('wording', `the choice ${quoted(choice.text, 'without text')} is left out.`)
  }
  if (!sameOrder(before.choices, after.choices)) add('order', 'its choices are in another order.')
  if ((before.look ?? '') !== (after.look ?? '')) {
    add('shown', 'its figure, or whether its choices may be shuffled, is different.')
  }
  return changes
}

const pointTypes: Readonly<Record<string, string>> = { interactive: 'interactive' }

function ruleChanges(before: EditedExam, after: EditedExam): ExamChange[] {
  const changes: ExamChange[] = []
  const compare = (
    part: ExamPart,
    field: Exclude<keyof EditedExam, 'questions'>,
    say: (was: string, is: string) => string,
  ) => {
    const was = before[field]
    const is = after[field]
    if (was !== is) changes.push({ part, what: say(shown(was), shown(is)) })
  }
  compare('title', 'title', (was, is) => `The title is “${is}”; it was “${was}”.`)
  compare('pass-mark', 'passMark', (was, is) => `The pass mark is ${is} %; it was ${was} %.`)
  compare('attempts', 'maxAttempts', (was, is) => `Attempts allowed: ${is}; before: ${was}.`)
  compare('points', 'points', (was, is) => `A pass earns ${is} CET points; it earned ${was}.`)
  compare(
    'points',
    'pointType',
    (was, is) =>
      `The points are ${pointTypes[is] ?? 'non-interactive'}; they were ${pointTypes[was] ?? 'non-interactive'}.`,
  )
  compare('feedback', 'feedback', (_, is) =>
    is === 'never'
      ? 'Members no longer see the answers, at any time.'
      : 'Members see the answers after their last word on the exam.',
  )
  compare('shown', 'introduction', () => 'The introduction is worded differently.')
  return changes
}

/** A question as an editor recognises it: its number, counted from 1, and the beginning of its text. */
function nameOf({ stem }: EditedQuestion, number: number): string {
  return `Question ${number} (${quoted(stem, 'without text')})`
}

function keyOf({ choices }: EditedQuestion): { keys: readonly string[]; texts: string } {
  const correct = choices.filter((choice) => choice.correct === true)
  const texts = correct.map(({ text }) => quoted(text, 'a choice without text'))
  return {
    keys: correct.map(({ key }) => key).toSorted(),
    texts: texts.length === 0 ? 'no choice' : texts.join(' and '),
  }
}

function quoted(text: string | undefined, missing: string): string {
  const plain = text?.trim().replaceAll(/\s+/g, ' ') ?? ''
  if (plain === '') return missing
  const letters = Array.from(plain)
  return letters.length <= 60 ? `“${plain}”` : `“${letters.slice(0, 59).join('').trimEnd()}…”`
}

function shown(value: string | number | undefined): string {
  return value === undefined ? 'not set' : String(value)
}

/** Whether what both lists hold stands in the same order in both. */
function sameOrder(before: readonly { key: string }[], after: readonly { key: string }[]): boolean {
  const keysIn = (list: readonly { key: string }[], other: readonly { key: string }[]) => {
    const others = new Set(other.map(({ key }) => key))
    return list.map(({ key }) => key).filter((key) => others.has(key))
  }
  return equal(keysIn(before, after), keysIn(after, before))
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return canonicalJson([...a]) === canonicalJson([...b])
}
