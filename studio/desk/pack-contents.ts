import { z } from 'zod'

/** What of a pack an editor looks through. */
export type PackPart = 'article' | 'video' | 'exam'

const id = z.string()
const rowsSchema = z.object({
  packs: z.array(z.object({ id, items: z.array(z.string().nullable()).nullable() })),
  items: z.array(
    z.object({
      id,
      type: z.enum(['article', 'video']),
      title: z.string().nullable(),
      exam: z.string().nullable(),
    }),
  ),
  exams: z.array(z.object({ id, title: z.string().nullable() })),
})

/** Every item, exam and pack with what ties them to each other: drafts and published documents side by side. */
export type PackRows = z.infer<typeof rowsSchema>

/** The question whose answer {@link readPackRows} reads. */
export const PACK_QUERY = {
  fetch: `{
    "packs": *[_type == "pack" && !(_id in path("versions.**"))]{"id": _id, "items": items[]._ref},
    "items": *[_type in ["article", "video"] && !(_id in path("versions.**"))]{"id": _id, "type": _type, title, "exam": exam._ref},
    "exams": *[_type == "exam" && !(_id in path("versions.**"))]{"id": _id, title}
  }`,
  listen: '*[_type in ["pack", "article", "video", "exam"]]',
}

/**
 * Checks the shape of what {@link PACK_QUERY} found.
 *
 * @throws ZodError
 */
export function readPackRows(answer: unknown): PackRows {
  return rowsSchema.parse(answer)
}

/** A document in a list of the desk. */
export interface PackRow {
  /** The ID under which it is or would be published. */
  readonly id: string
  readonly type: PackPart
  readonly title: string | undefined
  /** `changed`: published, with a draft on top. */
  readonly state: 'published' | 'draft' | 'changed'
}

/** A pack's documents of one kind, and those that might belong to it. */
export interface PackContents {
  /** In the pack's order; what it names and is gone is left out. */
  readonly inside: readonly PackRow[]
  /** In no pack at all; for exams: of no item at all. By title. */
  readonly outside: readonly PackRow[]
}

/**
 * Sorts what there is into a pack and what is in none. The draft of a pack or an item says how it is going to be, so it
 * counts rather than what is published; for what is outside, both count, so that nothing is called free that is in use.
 *
 * @param packId - the ID under which the pack is or would be published
 */
export function packContents(rows: PackRows, packId: string, part: PackPart): PackContents {
  const documents = rowsOf(rows, part)
  const order = newest(rows.packs, packId)?.items?.filter((ref) => ref !== null) ?? []
  const inside = part === 'exam' ? order.map((item) => newest(rows.items, item)?.exam ?? '') : order
  const used = new Set(
    part === 'exam' ? rows.items.map(({ exam }) => exam) : rows.packs.flatMap(({ items }) => items ?? []),
  )
  return {
    inside: Array.from(new Set(inside)).flatMap((one) => documents.get(one) ?? []),
    outside: Array.from(documents.values())
      .filter((row) => !used.has(row.id))
      .toSorted((a, b) => (a.title ?? '').localeCompare(b.title ?? '', 'en')),
  }
}

function rowsOf(rows: PackRows, part: PackPart): Map<string, PackRow> {
  const found = new Map<string, PackRow>()
  const copies: readonly { id: string; type: PackPart; title: string | null }[] =
    part === 'exam'
      ? rows.exams.map((exam) => ({ ...exam, type: 'exam' }))
      : rows.items.filter(({ type }) => type === part)
  for (const { id: copy, type, title } of copies) {
    const own = publishedOf(copy)
    const known = found.get(own)
    const isDraft = copy !== own
    found.set(own, {
      id: own,
      type,
      title: (isDraft || known === undefined ? title : known.title) ?? undefined,
      state: known !== undefined ? 'changed' : isDraft ? 'draft' : 'published',
    })
  }
  return found
}

/** The draft of a document where there is one, else the published document. */
function newest<Row extends { readonly id: string }>(rows: readonly Row[], own: string): Row | undefined {
  return rows.find((row) => row.id === `drafts.${own}`) ?? rows.find((row) => row.id === own)
}

function publishedOf(copy: string): string {
  return copy.replace(/^drafts\./, '')
}
