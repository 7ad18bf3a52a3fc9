import type { Check, CheckGroup, Checklist } from '../../core/checklist/model.ts'
import { counted } from '../../schemas/preview.ts'

/** The groups in the order of display. */
export const GROUPS: readonly { readonly name: CheckGroup; readonly title: string }[] = [
  { name: 'pack', title: 'The pack' },
  { name: 'items', title: 'Articles and videos' },
  { name: 'exams', title: 'Exams' },
  { name: 'coverage', title: 'Coverage' },
]

/** The state of the whole in a few words. */
export function overallText({ missing }: Checklist): string {
  if (missing === 0) return 'Ready to publish'
  return missing === 1 ? '1 thing is missing' : `${missing} things are missing`
}

/** What the pack offers, and how much there is to look at besides. */
export function factsText({ facts, advice }: Checklist): string {
  return [
    counted(facts.items, 'item'),
    counted(facts.points, 'point'),
    `${facts.unitsCovered} of ${counted(facts.units, 'competency', 'competencies')} covered`,
    ...(advice > 0 ? [counted(advice, 'recommendation')] : []),
  ].join(' · ')
}

/** What a check's symbol says. */
export function checkStateText({ state, findings }: Check): string {
  const missing = findings.filter(({ level }) => level === 'missing').length
  const advice = findings.length - missing
  if (state === 'ok') return 'OK'
  return [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(advice > 0 ? [counted(advice, 'recommendation')] : []),
  ].join(', ')
}
