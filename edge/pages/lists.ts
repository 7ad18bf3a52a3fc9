import type { SignedIn } from '../records/sessions.ts'
import { entryChooser, type Needs } from './list-entries.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Leaves in the lists of a built page what is of use at this moment, so that nothing needs to be built again when a
 * meeting has begun.
 *
 * A list (`data-list`) holds entries that name registrant types (`data-for`, codes with spaces between) and perhaps the
 * instant from which they are over (`data-starts`). A list of one's `own` drops the entries of other types; `data-limit`
 * is how many entries stay. What stands for an empty list (`data-none`) comes after the entries and is hidden until then.
 * What leads into a list stands before them and goes with the last of them: it names the instant of each registrant type
 * from which all entries are over (`data-last`, as in `optometrist=2021-11-18T19:00:00Z`, with spaces between).
 *
 * Before all others, hidden, stand further copies of those of a kind that may be needed (`data-needed`); a meeting that has
 * one is named by each of its entries (`data-meeting`).
 *
 * @param now milliseconds of the Unix epoch, by the server's clock.
 * @param member without one, or without a type that is known, every type's entries are one's own.
 * @param needs kinds of meeting that the member still needs; they come first in their own lists.
 */
export function currentLists(now: number, member: SignedIn | undefined, needs: Needs = new Map()): Rewrite {
  const known = new Set(member?.registrantTypes)
  let types: ReadonlySet<string> | undefined
  let stays = entryChooser({ limit: 0, types, needs }, now)
  let kept = 0
  const lasts = (text: string) =>
    text.split(' ').some((each) => {
      const [code = '', starts = ''] = each.split('=')
      return (types === undefined || types.has(code)) && Date.parse(starts) > now
    })
  return (rewriter) =>
    rewriter
      .on('[data-list]', {
        element(list) {
          const limit = Number(list.getAttribute('data-limit') ?? Number.POSITIVE_INFINITY)
          types = list.getAttribute('data-list') === 'own' && known.size > 0 ? known : undefined
          stays = entryChooser({ limit, types, needs }, now)
          kept = 0
        },
      })
      .on('[data-list] [data-last]', {
        element(lead) {
          if (!lasts(lead.getAttribute('data-last') ?? '')) lead.remove()
        },
      })
      .on('[data-list] [data-for]', {
        element(entry) {
          const starts = entry.getAttribute('data-starts')
          const neededAs = entry.getAttribute('data-needed') ?? undefined
          const staying = stays({
            types: (entry.getAttribute('data-for') ?? '').split(' '),
            startsAt: starts === null ? undefined : Date.parse(starts),
            meeting: entry.getAttribute('data-meeting') ?? undefined,
            neededAs,
          })
          if (!staying) {
            entry.remove()
            return
          }
          kept += 1
          if (neededAs !== undefined) entry.removeAttribute('hidden')
        },
      })
      .on('[data-list] [data-none]', {
        element(nothing) {
          if (kept === 0) nothing.removeAttribute('hidden')
        },
      })
}
