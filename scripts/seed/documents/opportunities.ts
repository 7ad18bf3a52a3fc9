import type { InteractiveOpportunity } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref } from '../authored.ts'
import { audience, type RegistrantCode } from '../objective.ts'

type Told = Pick<
  Authored<InteractiveOpportunity>,
  'title' | 'kind' | 'startsAt' | 'minutes' | 'points' | 'provider' | 'summary'
> & {
  /** The last part of the ID and of the address for booking. */
  readonly name: string
  /** Name and town; online without one. */
  readonly venue?: string
  /** For each registrant type the positions of the competencies that it counts towards. */
  readonly competencies: Readonly<Partial<Record<RegistrantCode, readonly number[]>>>
}

/** Meetings of the last quarter of the cycle. Providers and dates are invented; each tells so in its name or its address. */
export const opportunities: readonly Authored<InteractiveOpportunity>[] = (
  [
    {
      name: 'red-eye-peer-discussion',
      title: 'Peer discussion: the red eye that is not what it seems',
      kind: 'peer-discussion',
      startsAt: '2021-10-12T18:00:00Z',
      minutes: 90,
      points: 3,
      provider: 'Sample Optical Society',
      summary:
        'Small groups work through three invented cases with a facilitator. Bring your own records sheet; a camera and a microphone are needed.',
      competencies: {
        optometrist: [1, 4],
        'therapeutic-prescriber': [1, 2, 6],
        'dispensing-optician': [4],
      },
    },
    {
      name: 'low-vision-webinar',
      title: 'Webinar: talking about low vision',
      kind: 'webinar',
      startsAt: '2021-10-27T18:30:00Z',
      minutes: 60,
      points: 1,
      provider: 'Sample Sight Charity',
      summary:
        'How to begin the conversation, what a referral can offer, and what patients wish they had been told. With polls and questions to the speakers.',
      competencies: { optometrist: [1, 8], 'dispensing-optician': [1, 8] },
    },
    {
      name: 'contact-lens-workshop',
      title: 'Workshop: soft lens fitting and its complications',
      kind: 'workshop',
      startsAt: '2021-11-10T09:30:00Z',
      minutes: 180,
      points: 3,
      provider: 'Sample Lens Academy',
      venue: 'Sample Hall, Leeds',
      summary:
        'Hands-on at the slit lamp in groups of six: fit assessment, grading and what to do about it. Lenses are provided.',
      competencies: {
        optometrist: [3, 5],
        'dispensing-optician': [7],
        'contact-lens-optician': [3, 4, 5],
      },
    },
    {
      name: 'prescribing-peer-review',
      title: 'Peer review: prescribing decisions',
      kind: 'peer-review',
      startsAt: '2021-11-18T19:00:00Z',
      minutes: 90,
      points: 3,
      provider: 'Sample Prescribers’ Circle',
      summary:
        'Review your own anonymised prescribing records with three colleagues. Counts as the peer review of the cycle.',
      competencies: { optometrist: [2, 4], 'therapeutic-prescriber': [3, 4, 5, 9] },
    },
    {
      name: 'paediatric-dispensing-webinar',
      title: 'Webinar: dispensing for children under eight',
      kind: 'webinar',
      startsAt: '2021-11-25T19:00:00Z',
      minutes: 60,
      points: 1,
      provider: 'Sample Optical Society',
      summary:
        'Facial measurements, frame choice and what to tell the parents, with questions to answer along the way.',
      competencies: { 'dispensing-optician': [1, 5, 9], optometrist: [7] },
    },
    {
      name: 'year-end-peer-review',
      title: 'Peer review for all registrants: the last of the cycle',
      kind: 'peer-review',
      startsAt: '2021-12-07T12:30:00Z',
      minutes: 90,
      points: 3,
      provider: 'Sample Local Committee',
      summary:
        'Discuss a case of your own with colleagues over lunch. Points are uploaded within three working days, in time to be accepted before the cycle ends.',
      competencies: {
        optometrist: [1, 2],
        'dispensing-optician': [1, 2],
        'therapeutic-prescriber': [3, 9],
        'contact-lens-optician': [1, 2],
      },
    },
  ] satisfies readonly Told[]
).map(opportunity)

function opportunity({ name, venue, competencies, ...told }: Told): Authored<InteractiveOpportunity> {
  const units = Object.entries(competencies)
  return {
    _id: `opportunity-${name}`,
    _type: 'interactiveOpportunity',
    ...told,
    timeZone: 'Europe/London',
    place: venue === undefined ? 'online' : 'venue',
    ...(venue === undefined ? {} : { venue }),
    bookingUrl: `https://example.org/book/${name}`,
    cancelled: false,
    audience: audience(...(Object.keys(competencies) as RegistrantCode[])),
    competencies: units.flatMap(([code, positions]) =>
      positions.map((position) => ref(`competency-${code}-${position}`)),
    ),
  }
}
