import { dayAt } from '../text/dates.ts'
import type { Cycle, Opportunity } from './types.ts'

const kinds: Readonly<Record<Opportunity['kind'], string>> = {
  webinar: 'Webinar',
  'peer-discussion': 'Peer discussion',
  'peer-review': 'Peer review',
  workshop: 'Workshop',
  conference: 'Conference',
}

/** What kind of meeting it is, as a reader would say it. */
export function kindInWords({ kind }: Opportunity): string {
  return kinds[kind]
}

/** Whether requirements ask for a meeting of this kind by itself, beside its points. */
export function isAskedFor({ kind }: Opportunity): boolean {
  return kind === 'peer-review'
}

/** Those whose day, by their own clock, lies in a cycle: points of another cycle do not help in this one. */
export function opportunitiesIn(cycle: Cycle, opportunities: readonly Opportunity[]): Opportunity[] {
  return opportunities.filter(({ startsAt, timeZone }) => {
    const day = dayAt(startsAt, timeZone)
    return cycle.startsOn <= day && day <= cycle.endsOn
  })
}

/** The instant from which all meetings for a registrant type have begun, by the type’s code. */
export function lastStarts(opportunities: readonly Opportunity[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  for (const { audience, startsAt } of opportunities) {
    for (const { code } of audience) {
      const before = last.get(code)
      if (before === undefined || Date.parse(before) < Date.parse(startsAt)) last.set(code, startsAt)
    }
  }
  return last
}
