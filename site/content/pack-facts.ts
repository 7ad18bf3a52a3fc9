import { type PackFacts, packFactsSchema } from '../../core/index.ts'
import { competenciesOf, itemPath } from './facts.ts'
import type { RegistrantType, SiteContent } from './types.ts'

/** The name of the file among the built pages; the Worker gives it to nobody. */
export const packFactsFile = 'pack.json'

/**
 * What the Worker needs to know of the pack that this site shows.
 *
 * @throws ZodError when content passed the door that this cannot hold, which is a defect of the door.
 */
export function packFactsOf({ settings, pack, opportunities }: SiteContent): PackFacts {
  const { framework } = pack
  const { cycle } = framework
  const { scheme } = cycle
  const codes = (types: readonly RegistrantType[]) => types.map(({ code }) => code)
  const own = new Set(framework.competencies.map(({ _id }) => _id))
  const types = new Map(
    [
      ...framework.requirements.map((each) => each.registrantType),
      ...framework.competencies.map((each) => each.registrantType),
      ...pack.items.flatMap((item) => item.audience),
    ].map((type) => [type._id, type]),
  )
  return packFactsSchema.parse({
    title: pack.title,
    window: { opensOn: pack.opensOn, closesOn: pack.closesOn, timeZone: pack.timeZone },
    acceptanceAdvice: pack.acceptanceAdvice,
    contactEmail: settings.contactEmail,
    scheme: {
      title: scheme.title,
      abbreviation: scheme.abbreviation,
      regulator: scheme.regulator,
      recording: scheme.recording,
      unitSingular: scheme.unitSingular,
      unitPlural: scheme.unitPlural,
    },
    cycle: {
      id: cycle._id,
      title: cycle.title,
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      acceptBy: cycle.acceptBy,
    },
    registrantTypes: Array.from(types.values())
      .sort((a, b) => a.order - b.order)
      .map(({ code, title, abbreviation }) => ({ code, title, abbreviation })),
    units: framework.competencies.map(({ _id, title, registrantType }) => ({
      id: _id,
      title,
      registrantType: registrantType.code,
    })),
    requirements: framework.requirements.map(({ _key, registrantType, ...rest }) => ({
      ...rest,
      registrantType: registrantType.code,
    })),
    items: pack.items.map((item) => ({
      id: item._id,
      exam: item.exam._id,
      path: itemPath(item),
      title: item.title,
      format: item._type,
      reference: item.republication.originalReference,
      points: item.exam.points,
      pointType: item.exam.pointType,
      minutes: item.minutes,
      registrantTypes: codes(item.audience),
      units: competenciesOf(item, framework).map(({ _id }) => _id),
    })),
    opportunities: opportunities.map((each) => ({
      id: each._id,
      title: each.title,
      kind: each.kind,
      startsAt: each.startsAt,
      timeZone: each.timeZone,
      minutes: each.minutes,
      points: each.points,
      bookingUrl: each.bookingUrl,
      cancelled: each.cancelled,
      registrantTypes: codes(each.audience),
      units: each.competencies.filter(({ _id }) => own.has(_id)).map(({ _id }) => _id),
    })),
  })
}
