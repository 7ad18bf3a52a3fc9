import type { ValidationContext } from 'sanity'
import { isReferenceList } from './references.ts'
import { ask } from './studio-query.ts'

/** A competency with the registrant type that it belongs to. */
export interface TaggedCompetency {
  readonly title: string | null
  readonly registrantType: string | null
}

/**
 * Names the competencies that nobody of the item's audience has to cover.
 *
 * @param audience - IDs of the registrant types that the item is for
 * @param competencies - the competencies of one learning objective
 * @returns `true`, or which ones and what to do
 */
export function competenciesSuitAudience(
  audience: readonly string[],
  competencies: readonly TaggedCompetency[],
): true | string {
  const stray = competencies.filter(
    ({ registrantType }) => registrantType !== null && !audience.includes(registrantType),
  )
  if (stray.length === 0) return true
  const titles = stray.map(({ title }) => `“${title ?? 'Untitled'}”`).join(', ')
  return `${titles}: not for a registrant type of this item's audience. Remove the competency, or add its registrant type to the audience.`
}

/**
 * The rule for a learning objective's competencies; it looks the competencies up in the dataset.
 *
 * @param value - the objective's competency references
 * @param context - what Studio passes to the rule
 */
export async function objectiveSuitsAudience(
  value: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const audience = context.document?.['audience']
  if (!isReferenceList(value) || !isReferenceList(audience)) return true
  const found = await ask(
    context,
    '*[_type == "competency" && _id in $ids]{title, "registrantType": registrantType._ref}',
    { ids: value.map(({ _ref }) => _ref) },
  )
  if (!isTagged(found)) return true
  return competenciesSuitAudience(
    audience.map(({ _ref }) => _ref),
    found,
  )
}

function isTagged(found: unknown): found is TaggedCompetency[] {
  return (
    Array.isArray(found) &&
    found.every((one) => typeof one === 'object' && one !== null && 'registrantType' in one)
  )
}
