import { Temporal } from 'temporal-polyfill'
import { yearsAfter } from './days.ts'
import type { FieldFault, Fields } from './form.ts'

/** The longest text of a goal, in characters. */
export const goalTextLimit = 500

/** How far ahead a target day may lie. */
const yearsAhead = 5

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/**
 * Reads a day as people write it: `2021-12-01` (what a date field sends), `1/12/2021`, `1.12.2021`, `1 December 2021`,
 * `1 Dec 2021`. The day comes before the month, as in Britain.
 *
 * @returns ISO 8601, or undefined for anything that is no day.
 */
export function readDay(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return realDay(iso[1], iso[2], iso[3])
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain)
  if (british) return realDay(british[3], british[2], british[1])
  const [, day, name = '', year] =
    /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(plain) ?? []
  const month = months.findIndex((each) => each.startsWith(name)) + 1
  return day === undefined || month === 0 ? undefined : realDay(year, String(month), day)
}

/** What a goal says, as far as the form goes; see {@link readGoalForm}. */
export type GoalFields = {
  readonly text: string
  readonly unit: string | undefined
  readonly targetOn: string | undefined
}

/**
 * Reads the form of a goal: a text, perhaps a unit, perhaps a target day. A target day is today or later, unless it was
 * that day before, and at most five years ahead.
 *
 * @param today the calendar day in the pack's time zone.
 * @param before the target day of the goal that is changed.
 */
export function readGoalForm(
  fields: Fields,
  units: readonly { readonly id: string }[],
  today: string,
  before?: string,
): { readonly goal: GoalFields } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const text = (fields.get('text') ?? '').trim().replaceAll(/\s+/g, ' ')
  if (text === '') faults.push({ field: 'text', message: 'Enter what you want to achieve' })
  else if (lengthOf(text) > goalTextLimit) {
    faults.push({
      field: 'text',
      message: `Shorten your goal to ${goalTextLimit} characters; it has ${lengthOf(text)}`,
    })
  }
  const unit = fields.get('unit') ?? ''
  if (unit !== '' && !units.some(({ id }) => id === unit)) {
    faults.push({ field: 'unit', message: 'Choose what your goal is about from the list' })
  }
  const written = (fields.get('target') ?? '').trim()
  const targetOn = readDay(written)
  if (written !== '' && targetOn === undefined) {
    faults.push({ field: 'target', message: 'Enter a real date, such as 1 December 2021' })
  } else if (targetOn !== undefined && targetOn !== before) {
    if (targetOn < today) faults.push({ field: 'target', message: 'Enter a date that is today or later' })
    else if (targetOn > yearsAfter(today, yearsAhead)) {
      faults.push({ field: 'target', message: `Enter a date within the next ${yearsAhead} years` })
    }
  }
  return faults.length > 0 ? { faults } : { goal: { text, unit: unit === '' ? undefined : unit, targetOn } }
}

/** Characters as the database counts them: an emoji is one, not two. */
function lengthOf(text: string): number {
  return Array.from(text).length
}

function realDay(year = '', month = '', day = ''): string | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}
