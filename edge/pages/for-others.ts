import { html } from 'hono/html'
import {
  audienceOfAward,
  audienceOfItem,
  countsFor,
  type ExamVersion,
  type PackFacts,
  type shownTypes,
} from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { refusalOf } from '../exams/refusal.ts'
import { packFactsIfAny } from '../pack/facts.ts'
import { findAttempt, type Standing } from '../records/attempts.ts'
import { parseVersion } from '../records/exams.ts'
import type { SignedIn } from '../records/sessions.ts'
import { memberTypes } from './member-types.ts'
import type { Fragment, Rewrite } from './site-page.ts'
import { allOf, listed, oneOf } from './words.ts'

/** Why an exam gives a member no point that counts: it is for other registrant types than theirs. */
export type ForOthers = {
  /** Titles of the types that it is for, as far as the pack knows them. */
  readonly audience: readonly string[]
  /** Titles of the member's types. */
  readonly own: readonly string[]
  /** Who named the member's types. */
  readonly by: 'provider' | 'member'
}

/**
 * Whether what an exam gives counts for none of a member's registrant types, by {@link countsFor}.
 *
 * @param audience codes of the types that it is for.
 * @param member the types that the member's progress is shown for.
 * @returns undefined when it counts, or when nobody has named the member's types.
 */
export function forOthers(
  audience: ReadonlySet<string>,
  member: ReturnType<typeof shownTypes>,
  facts: Pick<PackFacts, 'registrantTypes'>,
): ForOthers | undefined {
  const { types, by } = member
  if (by === 'nobody') return undefined
  const codes = types.map(({ code }) => code)
  if (countsFor(audience, codes)) return undefined
  return {
    audience: facts.registrantTypes.filter(({ code }) => audience.has(code)).map(({ title }) => title),
    own: types.map(({ title }) => title),
    by,
  }
}

/** The one sentence that every page says of it: before an exam is sat, and after it was passed. */
export function forOthersSentence({ audience, own, by }: ForOthers): string {
  const others = audience.length === 0 ? 'other registrant types than yours' : listed(audience.map(allOf))
  const you = by === 'provider' ? 'You are registered as' : 'You told us that you are'
  return `This exam is for ${others}. ${you} ${listed(own.map(oneOf))}: it gives you no point that counts.`
}

/**
 * {@link forOthers} for an exam that was passed. Without the pack's facts nothing is said: no page is to fail for want of a
 * warning.
 *
 * @param version the one that was passed.
 */
export async function examForOthers(
  edge: Edge,
  member: SignedIn,
  version: ExamVersion,
): Promise<ForOthers | undefined> {
  const facts = await packFactsIfAny(edge)
  if (facts === undefined) return undefined
  return forOthers(audienceOfAward(version, facts.items), await memberTypes(edge, member, facts), facts)
}

/**
 * Says in front of an item or its exam that it gives the member no point that counts; of one that was passed, by what was
 * passed, as the result and My CET do. It is part of the page like any other passage: nothing has happened that would have to
 * be announced.
 *
 * @param exam the exam's ID.
 * @param stand where the member stands with it; undefined when it has not been released.
 */
export async function warnOthers(
  edge: Edge,
  member: SignedIn,
  exam: string,
  stand: Standing | undefined,
): Promise<Rewrite> {
  const passed = stand?.passedAttempt && (await findAttempt(edge.db, member.id, stand.passedAttempt))
  const found = passed
    ? await examForOthers(edge, member, parseVersion(passed.version, passed.versionBody))
    : await itemForOthers(edge, member, exam)
  if (found === undefined) return (rewriter) => rewriter
  const open = stand !== undefined && refusalOf(stand, edge.now()) === undefined
  const warning = String(await warningPanel(found, open))
  return (rewriter) =>
    rewriter.on('[data-slot="not-for-you"]', {
      element: (element) => void element.setInnerContent(warning, { html: true }),
    })
}

/** {@link forOthers} for an exam that can still be passed: only the pack tells whom it is for. */
async function itemForOthers(edge: Edge, member: SignedIn, exam: string): Promise<ForOthers | undefined> {
  const facts = await packFactsIfAny(edge)
  const item = facts?.items.find((each) => each.exam === exam)
  if (facts === undefined || item === undefined) return undefined
  return forOthers(audienceOfItem(item, facts), await memberTypes(edge, member, facts), facts)
}

function warningPanel(found: ForOthers, open: boolean): Fragment {
  return html`<section class="panel panel-warning" aria-labelledby="not-for-you"><h2 id="not-for-you">Not for your registrant type</h2>
<p>${forOthersSentence(found)}${open ? ' You can read it and sit it all the same.' : ''}</p></section>`
}
