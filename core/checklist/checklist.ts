import type { DocumentPair } from '../content/documents.ts'
import { numberOf } from '../content/values.ts'
import { coverageChecks } from './checks/coverage.ts'
import { examChecks } from './checks/exams.ts'
import { itemChecks } from './checks/items.ts'
import { mediaChecks } from './checks/media.ts'
import { packChecks } from './checks/pack.ts'
import { referenceChecks } from './checks/references.ts'
import { readPackContent } from './content.ts'
import type { CheckRule } from './finding.ts'
import type { Check, Checklist } from './model.ts'

const rules: readonly CheckRule[] = [
  ...packChecks,
  ...itemChecks,
  ...mediaChecks,
  ...referenceChecks,
  ...examChecks,
  ...coverageChecks,
]

/**
 * Goes through everything that a pack needs before it is published. What is looked at is what would be published: drafts
 * over published; each finding says which of the two it was.
 *
 * @param pairs the pack, its items with their exams, and its framework with all competencies and registrant types.
 * @param packId published ID of the pack.
 * @returns the checks, or `undefined` when there is no such pack.
 */
export function packChecklist(
  pairs: ReadonlyMap<string, DocumentPair>,
  packId: string,
): Checklist | undefined {
  const content = readPackContent(pairs, packId)
  if (content === undefined) return undefined
  const checks = rules.map(({ code, group, title, find }): Check => {
    const findings = find(content)
    const state = findings.some(({ level }) => level === 'missing')
      ? 'missing'
      : findings.length > 0
        ? 'advice'
        : 'ok'
    return { code, group, title, state, findings }
  })
  const findings = checks.flatMap((check) => check.findings)
  const { matrix, items, exams } = content
  return {
    checks,
    missing: findings.filter(({ level }) => level === 'missing').length,
    advice: findings.filter(({ level }) => level === 'advice').length,
    facts: {
      items: items.length,
      points: exams.reduce((sum, { document }) => sum + (numberOf(document['points']) ?? 0), 0),
      units: matrix.units,
      unitsCovered: matrix.units - matrix.gaps,
    },
  }
}
