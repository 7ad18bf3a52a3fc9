import { z } from 'zod'
import { closesAt, lintExam, lintedExamOf, windowSchema } from '../../core/index.ts'
import { counted } from '../../schemas/preview.ts'

const title = z.string().nullable()
const copy = z.object({ id: z.string(), type: z.string(), title, updatedAt: z.iso.datetime() })
const rowsSchema = z.object({
  copies: z.array(copy),
  items: z.array(z.object({ id: z.string(), exam: z.string().nullable(), imagesWithoutAlt: z.number() })),
  exams: z.array(
    z.object({ id: z.string(), imagesWithoutAlt: z.number(), questions: z.unknown(), passMark: z.unknown() }),
  ),
  packs: z.array(
    z.object({
      id: z.string(),
      items: z.array(z.string().nullable()).nullable(),
      opensOn: z.string().nullable(),
      closesOn: z.string().nullable(),
      timeZone: z.string().nullable(),
    }),
  ),
  requests: z.array(
    z.object({ id: z.string(), exam: z.string().nullable(), requestedAt: z.string().nullable() }),
  ),
  activePack: z.string().nullable(),
})

/** Everything that deciding about an editor's attention needs: drafts and published documents side by side. */
export type AttentionRows = z.infer<typeof rowsSchema>

const unreleased = '!(_id in path("versions.**"))'
const TYPES = [
  'article',
  'video',
  'exam',
  'pack',
  'competency',
  'framework',
  'cycle',
  'scheme',
  'registrantType',
  'interactiveOpportunity',
  'siteSettings',
  'regradeRequest',
]

/** The question whose answer {@link readAttentionRows} reads; its parameters are {@link ATTENTION_PARAMS}. */
export const ATTENTION_QUERY = {
  fetch: `{
    "copies": *[_type in $types && ${unreleased}]{
      "id": _id,
      "type": _type,
      "title": select(_type == "regradeRequest" => exam->title, title),
      "updatedAt": _updatedAt
    },
    "items": *[_type in ["article", "video"] && ${unreleased}]{
      "id": _id,
      "exam": exam._ref,
      "imagesWithoutAlt": coalesce(count(body[_type == "figure" && defined(image.asset) && coalesce(alt, "") == ""]), 0)
        + select(defined(poster.image.asset) && coalesce(poster.alt, "") == "" => 1, 0)
    },
    "exams": *[_type == "exam" && ${unreleased}]{
      "id": _id,
      questions,
      passMark,
      "imagesWithoutAlt": coalesce(count(questions[defined(image.image.asset) && coalesce(image.alt, "") == ""]), 0)
    },
    "packs": *[_type == "pack" && ${unreleased}]{"id": _id, "items": items[]._ref, opensOn, closesOn, timeZone},
    "requests": *[_type == "regradeRequest" && state == "open"]{"id": _id, "exam": exam._ref, requestedAt},
    "activePack": *[_id == "siteSettings"][0].activePack._ref
  }`,
  listen: '*[_type in $types]',
}

export const ATTENTION_PARAMS = { types: TYPES }

/**
 * Checks the shape of what {@link ATTENTION_QUERY} found.
 *
 * @throws ZodError
 */
export function readAttentionRows(answer: unknown): AttentionRows {
  return rowsSchema.parse(answer)
}

/** Why a document needs attention. Reasons stand in the order in which an editor should look at them. */
export type Reason = (typeof reasons)[number]
const reasons = [
  'regrade-open',
  'pack-closed',
  'exam-missing',
  'questions-at-fault',
  'alt-missing',
  'exam-unused',
  'pack-missing',
  'changes-waiting',
  'draft-waiting',
] as const

/** One document that somebody should look at. */
export interface Attention {
  /** The ID under which it is or would be published. */
  readonly id: string
  readonly type: string
  readonly title: string | undefined
  /** At least one, each with a sentence that says what is the matter and what to do. */
  readonly reasons: readonly { readonly reason: Reason; readonly text: string }[]
}

const DAY = 24 * 60 * 60 * 1000
/** How long a draft may wait before it is mentioned, in days. */
const CHANGES_MAY_WAIT = 7
const DRAFT_MAY_WAIT = 14

/**
 * Lists the documents that an editor should look at, each once with every reason.
 *
 * @param now milliseconds of the Unix epoch
 * @returns the most pressing first: by their first reason, then by title.
 */
export function attentionNeeded(rows: AttentionRows, now: number): Attention[] {
  const documents = pairs(rows)
  const found = new Map<string, Attention['reasons'][number][]>()
  const add = (id: string, reason: Reason, text: string) => {
    const own = publishedOf(id)
    found.set(own, [...(found.get(own) ?? []), { reason, text }])
  }
  for (const { id, requestedAt } of rows.requests) {
    const since = requestedAt === null ? '' : ` on ${formatDay(Date.parse(requestedAt))}`
    add(id, 'regrade-open', `A regrade was requested${since}. Officers carry it out; set it to done then.`)
  }
  packAttention(rows, now, add)
  itemAttention(rows, add)
  examAttention(rows, add)
  waitingAttention(documents, now, add)

  const rank = (reason: Reason | undefined) =>
    reason === undefined ? reasons.length : reasons.indexOf(reason)
  return Array.from(found, ([id, why]): Attention => {
    const pair = documents.get(id)
    const sorted = why.toSorted((a, b) => rank(a.reason) - rank(b.reason))
    return { id, type: pair?.type ?? '', title: pair?.title, reasons: sorted }
  }).toSorted(
    (a, b) =>
      rank(a.reasons[0]?.reason) - rank(b.reasons[0]?.reason) ||
      (a.title ?? '').localeCompare(b.title ?? '', 'en') ||
      (a.id < b.id ? -1 : 1),
  )
}

type Add = (id: string, reason: Reason, text: string) => void

function packAttention({ packs, activePack }: AttentionRows, now: number, add: Add): void {
  const active = packs.find(({ id }) => id === activePack)
  const window = windowSchema.safeParse({
    opensOn: active?.opensOn,
    closesOn: active?.closesOn,
    timeZone: active?.timeZone,
  })
  if (active === undefined || !window.success || now < closesAt(window.data)) return
  add(
    active.id,
    'pack-closed',
    `The site shows this pack, and it closed at the end of ${formatDay(Date.parse(window.data.closesOn))}. Choose another one under Settings, or move its last day.`,
  )
}

function itemAttention({ items, packs }: AttentionRows, add: Add): void {
  const inPacks = new Set(packs.flatMap((pack) => pack.items ?? []))
  for (const { id, exam, imagesWithoutAlt } of current(items)) {
    if (exam === null) {
      add(id, 'exam-missing', 'It has no exam yet: choose or create one under “Learning and exam”.')
    }
    if (imagesWithoutAlt > 0) add(id, 'alt-missing', altSentence(imagesWithoutAlt))
    if (!inPacks.has(publishedOf(id))) {
      add(id, 'pack-missing', 'It is in no pack, so no member finds it: add it to one.')
    }
  }
}

function examAttention({ exams, items }: AttentionRows, add: Add): void {
  const used = new Set(items.map(({ exam }) => exam))
  for (const exam of current(exams)) {
    const { id, imagesWithoutAlt } = exam
    const faults = lintExam(lintedExamOf(exam)).filter(({ level }) => level === 'error').length
    if (faults > 0) {
      add(
        id,
        'questions-at-fault',
        `${counted(faults, 'fault')} in its questions: open it to see each with its remedy.`,
      )
    }
    if (imagesWithoutAlt > 0) add(id, 'alt-missing', altSentence(imagesWithoutAlt))
    if (!used.has(publishedOf(id))) {
      add(id, 'exam-unused', 'No article or video has it: choose it there, or delete it.')
    }
  }
}

function waitingAttention(documents: ReadonlyMap<string, Pair>, now: number, add: Add): void {
  for (const [id, { draftedAt, isPublished }] of documents) {
    if (draftedAt === undefined) continue
    const days = (now - draftedAt) / DAY
    if (isPublished && days >= CHANGES_MAY_WAIT) {
      add(
        id,
        'changes-waiting',
        `Changed on ${formatDay(draftedAt)} and not published since: publish or discard the changes.`,
      )
    }
    if (!isPublished && days >= DRAFT_MAY_WAIT) {
      add(
        id,
        'draft-waiting',
        `Never published, last changed on ${formatDay(draftedAt)}: finish it, or delete it.`,
      )
    }
  }
}

/** A document with its draft. */
interface Pair {
  readonly type: string
  readonly title: string | undefined
  readonly isPublished: boolean
  /** When the draft was changed last, in milliseconds of the Unix epoch; undefined without a draft. */
  readonly draftedAt: number | undefined
}

function pairs({ copies }: AttentionRows): Map<string, Pair> {
  const found = new Map<string, Pair>()
  for (const { id, type, title: own, updatedAt } of copies) {
    const known = found.get(publishedOf(id))
    const isDraft = id !== publishedOf(id)
    const draftTitle = isDraft || known?.draftedAt === undefined ? (own ?? known?.title) : known.title
    found.set(publishedOf(id), {
      type,
      title: draftTitle ?? undefined,
      isPublished: !isDraft || known?.isPublished === true,
      draftedAt: isDraft ? Date.parse(updatedAt) : known?.draftedAt,
    })
  }
  return found
}

/** Each document once, as its next version would be: the draft where there is one. */
function current<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  const drafted = new Set(rows.map(({ id }) => id).filter((id) => id !== publishedOf(id)))
  return rows.filter(({ id }) => id !== publishedOf(id) || !drafted.has(`drafts.${id}`))
}

function publishedOf(id: string): string {
  return id.replace(/^drafts\./, '')
}

function altSentence(count: number): string {
  return `${counted(count, 'image has', 'images have')} no alternative text: members who cannot see ${count === 1 ? 'it' : 'them'} miss what is shown.`
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

function formatDay(instant: number): string {
  return Number.isNaN(instant) ? 'an unknown day' : day.format(instant)
}
