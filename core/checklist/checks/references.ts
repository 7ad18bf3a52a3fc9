import { objectsOf, textOf } from '../../content/values.ts'
import type { Item } from '../content.ts'
import { type CheckRule, member, missing } from '../finding.ts'
import type { Finding } from '../model.ts'

const references: CheckRule = {
  code: 'item-references',
  group: 'items',
  title: 'Every item has its references, and every citation points at one of them',
  find: ({ items }) =>
    items.flatMap((item) => {
      const works = objectsOf(item.document['references'])
      if (works.length === 0) {
        return [
          missing(
            item,
            'references',
            'It has no references.',
            'Add the works that it rests on, in the order in which they should be numbered.',
          ),
        ]
      }
      const empty = works
        .filter(({ citation }) => textOf(citation) === '')
        .map(({ _key }) =>
          missing(
            item,
            member('references', _key, 'citation'),
            'A reference is empty.',
            'Write the citation as it should be printed, or remove it.',
          ),
        )
      const listed = new Set(works.map(({ _key }) => _key))
      const body = objectsOf(item.document['body'])
      return [...empty, ...body.flatMap((block) => strayCitations(item, block, listed))]
    }),
}

function strayCitations(
  item: Item,
  block: Readonly<Record<string, unknown>>,
  listed: ReadonlySet<unknown>,
): Finding[] {
  return objectsOf(block['children'])
    .filter(({ _type, work }) => _type === 'citation' && !listed.has(work))
    .map(() =>
      missing(
        item,
        member('body', block['_key']),
        'A citation in the text points at no reference of the list.',
        'Choose another reference for it, or remove the citation.',
      ),
    )
}

/** What must hold of references and citations. */
export const referenceChecks: readonly CheckRule[] = [references]
