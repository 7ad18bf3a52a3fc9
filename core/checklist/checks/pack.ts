import { Temporal } from 'temporal-polyfill'
import { objectOf, refOf, textOf } from '../../content/values.ts'
import { windowSchema } from '../../window.ts'
import { advice, type CheckRule, member, missing } from '../finding.ts'
import type { Finding } from '../model.ts'

/** Days that members should have for accepting their points between the pack's end and the cycle's. */
const DAYS_TO_ACCEPT = 3

const items: CheckRule = {
  code: 'pack-items',
  group: 'pack',
  title: 'The pack lists items, each of them once',
  find({ pack, items: listed, strayItems }) {
    const stray = strayItems.map(({ key, id, why }) =>
      why === 'twice'
        ? missing(pack, member('items', key), 'An item is listed twice.', 'Remove one of the two.')
        : missing(
            pack,
            member('items', key),
            `The item “${id}” does not exist any more.`,
            'Remove it from the list, or choose another.',
          ),
    )
    if (listed.length > 0 || stray.length > 0) return stray
    return [missing(pack, 'items', 'The pack has no items.', 'Add its articles and videos.')]
  },
}

const texts: CheckRule = {
  code: 'pack-texts',
  group: 'pack',
  title: 'Title, address, summary and introduction are written',
  find({ pack }) {
    const fields = [
      ['title', pack.document['title'], 'title', 'Write the title.'],
      [
        'slug',
        objectOf(pack.document['slug'])['current'],
        'address',
        'Press Generate to make the address from the title.',
      ],
      [
        'summary',
        pack.document['summary'],
        'summary',
        'Write in two or three sentences what the pack offers.',
      ],
      ['introduction', pack.document['introduction'], 'introduction', 'Write how to use the pack.'],
    ] as const
    return fields.flatMap(([path, value, name, remedy]) =>
      textOf(value) === '' ? missing(pack, path, `The pack has no ${name}.`, remedy) : [],
    )
  },
}

const window: CheckRule = {
  code: 'pack-window',
  group: 'pack',
  title: 'The pack opens, and closes after that, in a time zone that exists',
  find({ pack }) {
    const { opensOn, closesOn, timeZone } = pack.document
    const parsed = windowSchema.safeParse({ opensOn, closesOn, timeZone })
    if (parsed.success) return []
    const remedies: Readonly<Record<string, readonly [string, string]>> = {
      opensOn: ['The pack has no opening day.', 'Choose the first day.'],
      closesOn:
        textOf(closesOn) === ''
          ? ['The pack has no closing day.', 'Choose the last day.']
          : ['The pack closes before it opens.', 'Choose the opening day or a later one as the last day.'],
      timeZone: ['The pack has no time zone that exists.', 'Write a name such as Europe/London.'],
    }
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
    return Object.entries(remedies).flatMap(([field, [what, remedy]]) =>
      fields.has(field) ? missing(pack, field, what, remedy) : [],
    )
  },
}

const cycle: CheckRule = {
  code: 'pack-within-cycle',
  group: 'pack',
  title: 'The pack closes early enough for points to be accepted within the cycle',
  find({ pack, cycle: own }) {
    const end = dayOf(own?.document['endsOn'])
    const closes = dayOf(pack.document['closesOn'])
    if (end === undefined || closes === undefined) return []
    const days = closes.until(end, { largestUnit: 'days' }).days
    if (days < 0) {
      return [
        missing(
          pack,
          'closesOn',
          `The pack closes after the cycle has ended (${end}): points earned then count for nothing.`,
          'Choose an earlier last day, or the framework of the next cycle.',
        ),
      ]
    }
    if (days >= DAYS_TO_ACCEPT) return []
    return [
      advice(
        pack,
        'closesOn',
        `Only ${days === 1 ? '1 day is' : `${days} days are`} left between the pack’s last day and the end of the cycle (${end}).`,
        `Leave members at least ${DAYS_TO_ACCEPT} days to accept their points.`,
      ),
    ]
  },
}

const framework: CheckRule = {
  code: 'pack-framework',
  group: 'pack',
  title: 'The pack names its framework',
  find({ pack, framework: found }) {
    if (found !== undefined) return []
    const named = refOf(pack.document['framework'])
    return [
      missing(
        pack,
        'framework',
        named === undefined
          ? 'The pack names no framework, so nothing can be measured against it.'
          : `The framework “${named}” does not exist any more.`,
        'Choose the framework whose competencies the pack is measured against.',
      ),
    ]
  },
}

const acceptance: CheckRule = {
  code: 'pack-acceptance-advice',
  group: 'pack',
  title: 'Members are told how and by when to accept their points',
  find({ pack }): Finding[] {
    if (textOf(pack.document['acceptanceAdvice']) !== '') return []
    return [
      missing(
        pack,
        'acceptanceAdvice',
        'The advice on accepting points is empty.',
        'Write what members must do, and by when, so that their points count.',
      ),
    ]
  },
}

/** What must hold of the pack itself. */
export const packChecks: readonly CheckRule[] = [items, texts, window, framework, cycle, acceptance]

function dayOf(value: unknown): Temporal.PlainDate | undefined {
  const text = textOf(value)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
