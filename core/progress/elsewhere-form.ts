import type { PackFacts } from '../pack-facts.ts'
import type { Elsewhere, ElsewherePoints } from './elsewhere.ts'
import type { FieldFault, Fields } from './form.ts'

type Aspect = Exclude<keyof ElsewherePoints, 'registrantType'>

/**
 * The fields that each registrant type has in the form, in its order and with their labels; all points come first.
 *
 * @param year the calendar year that the form asks for points in.
 */
export function elsewhereAspects(
  year: number,
): readonly { readonly aspect: Aspect; readonly label: string }[] {
  return [
    { aspect: 'points', label: 'Points in all' },
    { aspect: 'interactive', label: 'Interactive points' },
    { aspect: 'specialist', label: 'Specialist points' },
    { aspect: 'thisYear', label: `Points in ${year}` },
    { aspect: 'peerReviews', label: 'Peer reviews' },
  ]
}

/** The name of the field that tells which calendar year the form asked for points in when it was opened. */
export const elsewhereYearField = 'year'

/** The name of a type's field in the form. */
export function elsewhereField(aspect: Aspect, registrantType: string): string {
  return `${aspect}.${registrantType}`
}

/**
 * What a type's field holds. Points in a year are those of the year that the form asked for: an entry of last year, or a
 * form that was opened before midnight on its last day, says none of this one.
 *
 * @param year the calendar year that is asked for now; a form that names none is taken to be of it.
 */
export function elsewhereText(fields: Fields, aspect: Aspect, registrantType: string, year: number): string {
  const asked = fields.get(elsewhereYearField) ?? String(year)
  if (aspect === 'thisYear' && asked !== String(year)) return ''
  return fields.get(elsewhereField(aspect, registrantType)) ?? ''
}

/**
 * Reads the form in which members say what they hold elsewhere. A field that is empty or missing says none.
 *
 * Points are 0 to 999 in halves (`18.5`, also with a comma), reviews whole; neither interactive points nor specialist ones
 * nor those of this year are more than all. Faults come in the order of {@link elsewhereAspects}, type by type.
 *
 * @param types the registrant types that the form asks about; what was said of others before stays, but for points
 *   in another year.
 * @param before the entry that this one takes the place of.
 * @param year the calendar year that the form asks for points in.
 */
export function readElsewhereForm(
  fields: Fields,
  facts: Pick<PackFacts, 'units'>,
  types: PackFacts['registrantTypes'],
  before: Elsewhere,
  year: number,
): { readonly entry: Elsewhere } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const points = types.map(({ code, title }): ElsewherePoints => {
    const named = (label: string) => (types.length === 1 ? label : `${label} as ${title.toLowerCase()}`)
    const values: Record<Aspect, number> = {
      points: 0,
      interactive: 0,
      specialist: 0,
      thisYear: 0,
      peerReviews: 0,
    }
    // One field after the other, so that faults come in the order in which people meet them in the form.
    for (const { aspect, label } of elsewhereAspects(year)) {
      const field = elsewhereField(aspect, code)
      const found = readNumber(elsewhereText(fields, aspect, code, year), aspect === 'peerReviews')
      values[aspect] = typeof found === 'number' ? found : Number.NaN
      const fault = typeof found === 'number' ? partFault(aspect, values) : found.fault
      if (fault !== undefined) faults.push({ field, message: `${named(label)}: ${fault}` })
    }
    return { registrantType: code, ...values }
  })
  if (faults.length > 0) return { faults }

  const asked = new Set(types.map(({ code }) => code))
  const kept = before.points
    .filter(({ registrantType }) => !asked.has(registrantType))
    .map((each) => (before.year === year ? each : { ...each, thisYear: 0 }))
  const units = facts.units.filter(({ registrantType }) => asked.has(registrantType)).map(({ id }) => id)
  const ticked = new Set(fields.getAll('unit'))
  return {
    entry: {
      registrantTypes: before.registrantTypes,
      points: [...points, ...kept],
      units: [...units.filter((id) => ticked.has(id)), ...before.units.filter((id) => !units.includes(id))],
      year,
    },
  }
}

/** What is wrong with a part that is more than all points; nothing while the number of all is at fault itself. */
function partFault(aspect: Aspect, values: Readonly<Record<Aspect, number>>): string | undefined {
  if (aspect === 'points' || aspect === 'peerReviews' || !(values[aspect] > values.points)) return undefined
  return `enter ${values.points} or less, because that is what you entered for all points`
}

/** Reads a number of points, in halves, or of whole things. */
function readNumber(text: string, whole: boolean): number | { readonly fault: string } {
  const plain = text
    .trim()
    .replace(/^(\d*)½$/, (_, digits: string) => `${digits === '' ? 0 : digits}.5`)
    .replace(/,(?=\d{1,2}$)/, '.')
  if (plain === '') return 0
  if (!/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain)) {
    return { fault: whole ? 'enter a number, such as 1' : 'enter a number, such as 18 or 18.5' }
  }
  const value = Number(plain)
  if (value > 999) return { fault: 'enter 999 or less' }
  if (whole && !Number.isInteger(value)) return { fault: 'enter a whole number, such as 1' }
  if (!Number.isInteger(value * 2)) return { fault: 'enter whole or half points, such as 18 or 18.5' }
  return value
}
