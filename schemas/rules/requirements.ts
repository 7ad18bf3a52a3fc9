import type { ValidationError } from 'sanity'
import { isReference } from './references.ts'

/** A requirement while an editor is still writing. */
interface DraftRequirement {
  readonly _key?: string
  readonly registrantType?: unknown
}

/**
 * Refuses a second requirement of one registrant type: a page could not tell which of the two holds.
 *
 * @param value - the framework's requirements
 * @returns `true`, or one error at each later twin
 */
export function requirementsDiffer(value: unknown): true | ValidationError[] {
  const seen = new Set<string>()
  const twins = drafts(value).filter(({ registrantType }) => {
    if (!isReference(registrantType)) return false
    return seen.size === seen.add(registrantType._ref).size
  })
  if (twins.length === 0) return true
  return twins.map(({ _key }) => ({
    message: 'This registrant type has a requirement already. Change that one, or choose another type here.',
    path: _key === undefined ? [] : [{ _key }, 'registrantType'],
  }))
}

/**
 * Holds a part of the points to their total.
 *
 * @param part - the part's points, if it is asked for
 * @param total - the total of points
 * @returns `true`, also while one of the two is missing, or what to change
 */
export function withinTotal(part: unknown, total: unknown): true | string {
  if (typeof part !== 'number' || typeof total !== 'number' || part <= total) return true
  return `This is more than the total of ${total}. Correct this number or the total.`
}

function drafts(value: unknown): DraftRequirement[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
}
