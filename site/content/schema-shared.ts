import { z } from 'zod'
import { any, day, key, optionalText, published, some, text, whole } from './fields.ts'

/** The part of the register that a registrant belongs to. */
export const registrantTypeSchema = published(
  {
    _id: z.string(),
    title: text('Write the registrant type’s title.'),
    code: z
      .string({ error: 'Write the registrant type’s code.' })
      .regex(
        /^[a-z]+(?:-[a-z]+)*$/,
        'Write the code in lower-case words joined by hyphens, such as dispensing-optician.',
      ),
    abbreviation: text('Write the registrant type’s abbreviation.'),
    order: z.number({ error: 'Write the registrant type’s place in lists.' }),
  },
  'Publish the registrant type that is chosen here, or choose another.',
)

/** A unit of a framework (a competency or a domain) with the registrant type that it counts for. */
export const competencySchema = published(
  {
    _id: z.string(),
    title: text('Write the title of the competency or domain.'),
    registrantType: registrantTypeSchema,
  },
  'Publish the competency that is chosen here, or choose another.',
)

const side = z.number({ error: 'Crop the image again.' }).min(0).max(1)

/** An uploaded image with its measures in pixels. */
export const imageSchema = z.object(
  {
    crop: z.object({ top: side, bottom: side, left: side, right: side }).nullish(),
    asset: published(
      {
        _id: z.string().regex(/^image-/),
        url: z.url({ protocol: /^https?$/ }),
        width: z.number().positive(),
        height: z.number().positive(),
      },
      'Upload the image.',
    ),
  },
  { error: 'Upload the image.' },
)

const alternativeText = text('Describe what the image shows, for readers who do not see it.')

/** An image with its alternative text and its caption. */
export const figureSchema = z.object({
  alt: alternativeText,
  caption: text('Write the figure’s caption.'),
  credit: optionalText,
  image: imageSchema,
})

/** The still picture of a video. */
export const posterSchema = z.object(
  { alt: alternativeText, image: imageSchema },
  { error: 'Add a poster: an image with its alternative text.' },
)

/** An uploaded file: `file-<SHA-1 of its bytes>-<extension>`. */
export const fileSchema = (remedy: string) =>
  z.object(
    {
      asset: published(
        {
          _id: z.string().regex(/^file-[0-9a-f]{40}-[a-z0-9]+$/, remedy),
          url: z.url({ protocol: /^https?$/ }),
        },
        remedy,
      ),
    },
    { error: remedy },
  )

/** A work of the reference list. */
export const citedWorkSchema = z.object({
  _key: key,
  citation: text('Write the reference out in full.'),
  url: z
    .url({ protocol: /^https$/, error: 'Write an address that starts with https://, or clear it.' })
    .nullish(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'Write the DOI as it begins with 10., or clear it.')
    .nullish(),
})

/** What articles and videos have in common. */
export const itemShape = {
  _id: z.string(),
  title: text('Write the title.'),
  slug: z
    .string({ error: 'Press Generate beside the address.' })
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens only.'),
  standfirst: text('Write one or two sentences that say what the item is about.'),
  authors: some(
    z.object({
      _key: key,
      name: text('Write the author’s name.'),
      role: text('Write the author’s role.'),
    }),
    'Add at least one author.',
  ),
  minutes: whole(1, 600, 'Write whole minutes, from 1 to 600.'),
  audience: some(registrantTypeSchema, 'Choose at least one registrant type.'),
  learningObjectives: some(
    z.object({
      _key: key,
      text: text('Write the learning objective.'),
      competencies: some(competencySchema, 'Choose at least one competency for this objective.'),
    }),
    'Add at least one learning objective.',
  ),
  references: any(citedWorkSchema),
  republication: z.object(
    {
      firstPublished: day('Choose the day of first publication.'),
      originalReference: z
        .string({ error: 'Write the original reference, such as C-13861 O/D/CL.' })
        .regex(
          /^C-\d{5,6}(?: [A-Z]{1,3}(?:\/[A-Z]{1,3})*)?$/,
          'Write the reference as printed: C- and 5 or 6 digits, then the audience if there is one, such as C-13861 O/D/CL.',
        ),
      originalTitle: optionalText,
      note: optionalText,
    },
    { error: 'Say when and under which reference this was first published.' },
  ),
}
