import {
  type Elsewhere,
  elsewhereAspects,
  elsewhereField,
  elsewhereYearField,
  type Fields,
  type PackFacts,
} from '../../core/index.ts'
import { capital } from '../pages/words.ts'

type RegistrantType = PackFacts['registrantTypes'][number]
type Aspect = ReturnType<typeof elsewhereAspects>[number]['aspect']

/** One input for a number that the form asks of a registrant type. */
export type ElsewhereInput = {
  readonly aspect: Aspect
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
}

/** The numbers that the form asks of a registrant type: those that its requirement speaks of. */
export function elsewhereInputs(facts: PackFacts, type: RegistrantType, year: number): ElsewhereInput[] {
  const requirement = facts.requirements.find(({ registrantType }) => registrantType === type.code)
  const asked: Readonly<Record<Aspect, boolean>> = {
    points: true,
    interactive: requirement?.interactivePoints !== undefined,
    specialist: (requirement?.specialistPoints ?? 0) > 0,
    thisYear: requirement?.yearlyPoints !== undefined,
    peerReviews: (requirement?.peerReviews ?? 0) > 0,
  }
  const specialist = requirement?.specialistName
  const hints: Partial<Record<Aspect, string>> = {
    points: `${asked.specialist ? `General points and ${specialist ?? 'specialist points'} together. ` : ''}Whole or half points, such as 18 or 18.5. Leave empty what you have none of.`,
    interactive: 'As many of them as are interactive.',
    specialist: `As many of all points as are ${specialist ?? 'specialist points'}.`,
    thisYear: `As many of all points as are from ${year}.`,
  }
  return elsewhereAspects(year)
    .filter(({ aspect }) => asked[aspect])
    .map(({ aspect, label }) => ({
      aspect,
      name: elsewhereField(aspect, type.code),
      label: aspect === 'specialist' && specialist !== undefined ? capital(specialist) : label,
      hint: hints[aspect],
    }))
}

/** An entry as the form would send it. */
export function fieldsOfEntry(elsewhere: Elsewhere): Fields {
  const fields = new URLSearchParams({ [elsewhereYearField]: String(elsewhere.year) })
  for (const said of elsewhere.points) {
    for (const { aspect } of elsewhereAspects(elsewhere.year)) {
      fields.set(elsewhereField(aspect, said.registrantType), said[aspect] === 0 ? '' : String(said[aspect]))
    }
  }
  for (const unit of elsewhere.units) fields.append('unit', unit)
  return fields
}
