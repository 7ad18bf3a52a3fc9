import { z } from 'zod'
import { any, key, some, text } from './fields.ts'
import { isSafeLink } from './link.ts'
import { figureSchema, itemShape } from './schema-shared.ts'

const spanSchema = z.object({
  _type: z.literal('span'),
  _key: key,
  text: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  marks: any(z.string()),
})

const citationSchema = z.object({
  _type: z.literal('citation'),
  _key: key,
  work: text('Choose the reference that is cited here, or remove the citation.'),
})

const blockSchema = z.object({
  _type: z.literal('block'),
  _key: key,
  style: z
    .enum(['normal', 'h2', 'h3', 'blockquote'], 'Choose Normal, Heading, Sub-heading or Quote.')
    .nullish()
    .transform((value) => value ?? 'normal'),
  listItem: z.enum(['bullet', 'number'], 'Choose a bulleted or a numbered list.').nullish(),
  level: z.int().min(1).nullish(),
  markDefs: any(
    z.object({
      _type: z.literal('link', 'Remove this annotation: only links are known.'),
      _key: key,
      href: z
        .string({ error: 'Write where the link leads.' })
        .refine(
          isSafeLink,
          'Write an https:// or mailto: address, or a path of this site that starts with one /.',
        ),
    }),
  ),
  children: any(
    z.discriminatedUnion('_type', [spanSchema, citationSchema], {
      error: 'Remove what stands here in the line: only text and citations are known.',
    }),
  ),
})

const tableSchema = z
  .object({
    _type: z.literal('dataTable'),
    _key: key,
    caption: text('Write the table’s caption.'),
    rows: z
      .array(
        z.object({
          _key: key,
          cells: some(
            z
              .string()
              .nullish()
              .transform((cell) => cell ?? ''),
            'Fill the row.',
          ),
        }),
        { error: 'Add the header row and at least one row below it.' },
      )
      .min(2, 'Add the header row and at least one row below it.'),
  })
  .refine(({ rows }) => rows.every((row) => row.cells.length === rows[0]?.cells.length), {
    error: 'Give every row as many cells as the header has.',
    path: ['rows'],
  })

/** One part of an article’s body. */
export const bodyPartSchema = z.discriminatedUnion(
  '_type',
  [
    blockSchema,
    figureSchema.extend({ _type: z.literal('figure'), _key: key }),
    z.object({
      _type: z.literal('pearl'),
      _key: key,
      title: text('Write the pearl’s title.'),
      text: text('Write the pearl’s text.'),
    }),
    tableSchema,
  ],
  { error: 'Remove this part: only text, figures, pearls and tables are known.' },
)

/** An article, without its exam. */
export const articleSchema = z
  .object({
    ...itemShape,
    _type: z.literal('article'),
    body: some(bodyPartSchema, 'Write the article.'),
  })
  .superRefine((article, context) => {
    const listed = new Set(article.references.map((work) => work._key))
    article.body.forEach((part, index) => {
      if (part._type !== 'block') return
      part.children.forEach((child, place) => {
        if (child._type !== 'citation' || listed.has(child.work)) return
        context.addIssue({
          code: 'custom',
          path: ['body', index, 'children', place],
          message:
            'Choose another reference, or remove the citation: the one that is cited is not in the list.',
        })
      })
    })
  })
