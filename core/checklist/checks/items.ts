import { ORIGINAL_REFERENCE } from '../../content/reference-number.ts'
import { numberOf, objectOf, objectsOf, refsOf, textOf } from '../../content/values.ts'
import { sameToAReader } from '../../questions/lint/text.ts'
import type { Item } from '../content.ts'
import { advice, type CheckRule, member, missing } from '../finding.ts'
import type { Finding } from '../model.ts'

const published: CheckRule = {
  code: 'items-published',
  group: 'items',
  title: 'Every item has been published, and has no unpublished changes',
  find: ({ items }) =>
    items.flatMap((item) => {
      if (!item.everPublished) {
        return missing(
          item,
          '',
          `This ${item.document._type} is only a draft.`,
          'Publish it: a pack can list published items only.',
        )
      }
      if (item.state === 'published') return []
      return advice(
        item,
        '',
        `This ${item.document._type} has changes that members do not see yet.`,
        'Publish or discard them.',
      )
    }),
}

const content: CheckRule = {
  code: 'item-content',
  group: 'items',
  title: 'Every item has title, address, standfirst, authors, time needed and content',
  find: ({ items }) =>
    items.flatMap((item) => parts(item).flatMap(([there, finding]) => (there ? [] : finding))),
}

function parts(item: Item): (readonly [boolean, Finding])[] {
  const { document } = item
  const field = (name: string) => textOf(document[name]) !== ''
  const isVideo = document._type === 'video'
  return [
    [field('title'), missing(item, 'title', 'It has no title.', 'Write the title.')],
    [
      textOf(objectOf(document['slug'])['current']) !== '',
      missing(item, 'slug', 'It has no address.', 'Press Generate to make the address from the title.'),
    ],
    [
      field('standfirst'),
      missing(item, 'standfirst', 'It has no standfirst.', 'Write one or two sentences: what is it about?'),
    ],
    [
      objectsOf(document['authors']).length > 0,
      missing(item, 'authors', 'It names no author.', 'Add at least one author.'),
    ],
    [
      (numberOf(document['minutes']) ?? 0) > 0,
      missing(item, 'minutes', 'It does not say how long it takes.', 'Write the whole minutes.'),
    ],
    isVideo
      ? [
          hasFile(document['file']),
          missing(item, 'file', 'It has no video file.', 'Upload the video as MP4.'),
        ]
      : [
          objectsOf(document['body']).length > 0,
          missing(item, 'body', 'It has no text.', 'Write the article.'),
        ],
  ]
}

/** Whether an image or file field holds an uploaded file. */
export function hasFile(value: unknown): boolean {
  return textOf(objectOf(objectOf(value)['asset'])['_ref']) !== ''
}

const audience: CheckRule = {
  code: 'item-audience',
  group: 'items',
  title: 'Every item says for whom it is, and its competencies suit them',
  find: ({ items, matrix }) =>
    items.flatMap((item) => {
      if (refsOf(item.document['audience']).length === 0) {
        return missing(
          item,
          'audience',
          'No registrant type is chosen.',
          'Choose the types that it is approved for.',
        )
      }
      const outside = matrix.groups.flatMap(({ type, rows }) =>
        rows.filter(({ marks }) => marks.get(item.id) === 'outside').map(({ unit }) => ({ unit, type })),
      )
      return outside.map(({ unit, type }) =>
        advice(
          item,
          pathToUnit(item, unit.id),
          `It names “${unit.title}”, but is not for the registrant type ${type.title}: the coverage leaves it out, while members of that type are told that its point counts.`,
          'Remove the competency, or add the registrant type to the audience.',
        ),
      )
    }),
}

function pathToUnit(item: Item, unit: string): string {
  const objective = objectsOf(item.document['learningObjectives']).find(({ competencies }) =>
    refsOf(competencies).includes(unit),
  )
  return member('learningObjectives', objective?.['_key'], 'competencies')
}

const republication: CheckRule = {
  code: 'item-original-reference',
  group: 'items',
  title: 'Every item carries the reference number of its first publication',
  find: ({ items }) =>
    items.flatMap((item) => {
      const reference = textOf(objectOf(item.document['republication'])['originalReference'])
      if (ORIGINAL_REFERENCE.test(reference)) return []
      return missing(
        item,
        'republication.originalReference',
        reference === '' ? 'It has no original reference.' : `“${reference}” is not a reference number.`,
        'Write it as printed then, such as C-13861 O/D/CL.',
      )
    }),
}

const order: CheckRule = {
  code: 'item-published-before-opening',
  group: 'items',
  title: 'Every item was first published before the pack opens',
  find({ items, pack }) {
    const opens = textOf(pack.document['opensOn'])
    return items.flatMap((item) => {
      const first = textOf(objectOf(item.document['republication'])['firstPublished'])
      if (first === '') {
        return missing(
          item,
          'republication.firstPublished',
          'It does not say when it was first published.',
          'Choose the day.',
        )
      }
      // Calendar dates (YYYY-MM-DD) compare as text.
      if (opens === '' || first < opens) return []
      return missing(
        item,
        'republication.firstPublished',
        `It was first published on ${first}, but the pack opens on ${opens}: it would not be a republication.`,
        'Correct the day, or let the pack open later.',
      )
    })
  },
}

const duplicates: CheckRule = {
  code: 'item-duplicates',
  group: 'items',
  title: 'No two items share title, address or original reference',
  find: ({ items }) => [
    ...twins(items, 'title', 'title', ({ document }) => textOf(document['title'])),
    ...twins(items, 'slug', 'address', ({ document }) => textOf(objectOf(document['slug'])['current'])),
    ...twins(items, 'republication.originalReference', 'original reference', ({ document }) =>
      textOf(objectOf(document['republication'])['originalReference']),
    ),
  ],
}

function twins(items: readonly Item[], path: string, name: string, read: (item: Item) => string): Finding[] {
  const first = new Map<string, Item>()
  return items.flatMap((item) => {
    const text = sameToAReader(read(item))
    if (text === '') return []
    const earlier = first.get(text)
    if (earlier === undefined) {
      first.set(text, item)
      return []
    }
    return missing(
      item,
      path,
      `It has the same ${name} as another item of the pack, “${earlier.title}” (${earlier.document._type}).`,
      `Correct the ${name} of one of them, or remove the copy from the pack.`,
    )
  })
}

/** What must hold of every item, whether it is read or watched. */
export const itemChecks: readonly CheckRule[] = [
  published,
  content,
  audience,
  republication,
  order,
  duplicates,
]
