import { type ItemState, itemState, type Mark, pointsOf, type UnitRow } from '../../core/coverage/matrix.ts'
import type { CoverageItem, CoverageType } from '../../core/coverage/model.ts'
import { counted } from '../../schemas/preview.ts'
import { titleOf } from './select.ts'

/** What a screen reader says for a cell, such as “Low vision, optometrist: covered by ‘Aids’ (published)”. */
export function cellLabel(unit: string, type: string, item: string, mark: Mark | undefined): string {
  const who = `${unit}, ${lowerFirst(type)}`
  switch (mark) {
    case 'published':
      return `${who}: covered by “${item}” (published)`
    case 'draft':
      return `${who}: covered by “${item}” (draft, not published yet)`
    case 'leaving':
      return `${who}: covered by “${item}” (published, but removed in the draft)`
    case 'outside':
      return `${who}: named by “${item}”, which is not for this type, so not covered`
    case undefined:
      return `${who}: not covered by “${item}”`
  }
}

/** What a screen reader says for the points that an item earns a type. */
export function pointsLabel(type: CoverageType, item: CoverageItem): string {
  const [now, next] = [pointsOf(item.now, type.id), pointsOf(item.next, type.id)]
  const who = `${type.title}: “${titleOf(item)}” earns`
  if (now === next) return `${who} ${pointsText(next)}`
  return `${who} ${pointsText(next)} (published: ${pointsText(now)})`
}

/** The state of a unit in words: “Gap”, “One item only”, “3 items”, and how it differs from what is published. */
export function unitStateText({ next, now }: UnitRow): string {
  const state = next === 0 ? 'Gap' : next === 1 ? 'One item only' : counted(next, 'item')
  return next === now ? state : `${state} (published: ${now === 0 ? 'none' : now})`
}

/** An item's state in words; empty when it is as published. */
export function itemStateText(state: ItemState): string {
  switch (state) {
    case 'published':
      return ''
    case 'changed':
      return 'has unpublished changes'
    case 'draft':
      return 'not published in this pack yet'
    case 'leaving':
      return 'removed from the pack in its draft'
  }
}

/** What a screen reader says for a column: title, kind and state. */
export function itemLabel(item: CoverageItem): string {
  return [titleOf(item), item.kind, itemStateText(itemState(item))].filter(Boolean).join(', ')
}

/** “1 point”, “2.5 points”, “no points”. */
export function pointsText(points: number): string {
  return points === 0 ? 'no points' : counted(points, 'point')
}

/** “7 of 8 covered · 3 points”, and how many of each are published where that differs. */
export function groupText(covered: Both, units: number, points: Both): string {
  return [
    `${covered.next} of ${units} covered${covered.now === covered.next ? '' : ` (published: ${covered.now})`}`,
    `${pointsText(points.next)}${points.now === points.next ? '' : ` (published: ${points.now})`}`,
  ].join(' · ')
}

type Both = { readonly now: number; readonly next: number }

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
