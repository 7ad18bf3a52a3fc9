import type { SignedIn } from '../records/sessions.ts'
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
 * @param now milliseconds of the Unix epoch, by the server's clock.
 * @param member without one, or without a type that is known, every type's entries are one's own.
 */
export function currentLists(now: number, member: SignedIn | undefined): Rewrite {
  const types = new Set(member?.registrantTypes)
  let own = false
  let limit = Number.POSITIVE_INFINITY
  let kept = 0
  const isFor = (codes: string | null) =>
    !own || types.size === 0 || (codes ?? '').split(' ').some((code) => types.has(code))
  const lastsFor = (lasts: string) =>
    lasts.split(' ').some((last) => {
      const [code = '', starts = ''] = last.split('=')
      return isFor(code) && !isOver(starts)
    })
  const isOver = (starts: string | null) => starts !== null && Date.parse(starts) <= now
  return (rewriter) =>
    rewriter
      .on('[data-list]', {
        element(list) {
          own = list.getAttribute('data-list') === 'own'
          limit = Number(list.getAttribute('data-limit') ?? Number.POSITIVE_INFINITY)
          kept = 0
        },
      })
      .on('[data-list] [data-last]', {
        element(lead) {
          if (!lastsFor(lead.getAttribute('data-last') ?? '')) lead.remove()
        },
      })
      .on('[data-list] [data-for]', {
        element(entry) {
          const stays =
            kept < limit &&
            isFor(entry.getAttribute('data-for')) &&
            !isOver(entry.getAttribute('data-starts'))
          if (stays) kept += 1
          else entry.remove()
        },
      })
      .on('[data-list] [data-none]', {
        element(nothing) {
          if (kept === 0) nothing.removeAttribute('hidden')
        },
      })
}
