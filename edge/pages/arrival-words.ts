import { type PackFacts, type PointArrival, pointArrival } from '../../core/index.ts'
import { formatDay } from './dates.ts'

/** What the age of a point on its way means for the member; nothing while there is time. */
export function arrivalWords({ state, by }: PointArrival, { cycle }: PackFacts): string {
  const until = cycle.acceptBy === undefined ? '' : formatDay(cycle.acceptBy)
  switch (state) {
    case 'expected':
      return ''
    case 'tight':
      return `That takes up to ten working days, until ${formatDay(by)} or later where there are bank holidays, and points must be accepted by ${until}. Look on MyGOC often and accept it as soon as it is there; if it is missing, write to us in good time.`
    case 'overdue':
      return `This should have reached MyGOC by now: ten working days, not allowing for bank holidays, ended on ${formatDay(by)}. Look there${until === '' ? '' : ` and accept it by ${until}`}; if it is missing, write to us.`
    case 'too-late':
      return `The last day for accepting points was ${until}. If you have accepted it on MyGOC, tell us below; if it never came, write to us.`
  }
}

/**
 * What to do about a point that may reach the regulator only after the last day for accepting.
 *
 * @param awardedAt ISO 8601.
 * @param now milliseconds of the Unix epoch.
 * @returns undefined as long as it need not be feared, and when members record their points themselves.
 */
export function shortOfTime(awardedAt: string, facts: PackFacts, now: number): string | undefined {
  const { scheme, window, cycle } = facts
  if (scheme.recording === 'registrant-uploads') return undefined
  const arrival = pointArrival(Date.parse(awardedAt), now, window.timeZone, cycle.acceptBy)
  return arrival.state === 'tight' ? arrivalWords(arrival, facts) : undefined
}
