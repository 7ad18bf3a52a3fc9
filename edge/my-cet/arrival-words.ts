import type { PackFacts, PointArrival } from '../../core/index.ts'
import { formatDay } from '../pages/dates.ts'

/** What the age of a point on its way means for the member; nothing while there is time. */
export function arrivalWords({ state, by }: PointArrival, { cycle }: PackFacts): string {
  const until = cycle.acceptBy === undefined ? '' : formatDay(cycle.acceptBy)
  switch (state) {
    case 'expected':
      return ''
    case 'tight':
      return `That takes up to ten working days, until ${formatDay(by)}, and points must be accepted by ${until}. Look on MyGOC often and accept it as soon as it is there; if it is missing, write to us in good time.`
    case 'overdue':
      return `This should have reached MyGOC by now: ten working days, not allowing for bank holidays, ended on ${formatDay(by)}. Look there${until === '' ? '' : ` and accept it by ${until}`}; if it is missing, write to us.`
    case 'too-late':
      return `The last day for accepting points was ${until}. If you have accepted it on MyGOC, tell us below; if it never came, write to us.`
  }
}
