import { html } from 'hono/html'
import type { TypeProgress } from '../../core/index.ts'
import type { Needs } from '../pages/list-entries.ts'
import type { Fragment } from '../pages/site-page.ts'
import { counted, listed, oneOf, pointsText } from '../pages/words.ts'
import { shareNotCounted, sumOf } from './earned.ts'
import type { Room } from './room.ts'

/** The interactive part of what a member has earned here. */
export function interactiveHere({ points }: Room): string {
  const interactive = points.filter((point) => point.point_type === 'interactive')
  return `${pointsText(sumOf(interactive))}${shareNotCounted(interactive, 'yours')}`
}

/** What a member lacks that only interactive learning can give. */
export function interactiveMissing({ progress, facts, elsewhere, cycleOver }: Room): Fragment {
  if (elsewhere.points.length === 0) {
    return html`<p>This site does not know the points that you have earned elsewhere. <a href="/my-cet/elsewhere/">Tell it what MyGOC shows</a>, and it says here how many you ${cycleOver ? 'lacked' : 'still lack'}.</p>`
  }
  const noExam = facts.items.every(({ pointType }) => pointType === 'non-interactive')
  return html`${progress.map(({ type, interactive, peerReviews }) => {
    const lacking = [
      ...(interactive !== undefined && interactive.missing > 0
        ? [counted(interactive.missing, 'interactive point')]
        : []),
      ...(peerReviews !== undefined && peerReviews.missing > 0
        ? [counted(peerReviews.missing, 'peer review')]
        : []),
    ]
    const as = progress.length > 1 ? `As ${oneOf(type.title)} you` : 'You'
    return html`<p data-interactive="${type.code}">${
      lacking.length === 0
        ? `${as} ${cycleOver ? 'lacked' : 'lack'} nothing interactive by what you told us.`
        : cycleOver
          ? html`${as} lacked <strong>${listed(lacking)}</strong> when the cycle ended.`
          : html`${as} still lack <strong>${listed(lacking)}</strong>.${noExam ? ' No exam of this pack can give that.' : ''}`
    }</p>`
  })}`
}

/** The kinds of meeting that a member's requirements ask for by themselves, as far as they are not met yet. */
export function neededMeetings(progress: readonly Pick<TypeProgress, 'type' | 'peerReviews'>[]): Needs {
  const reviews = progress.flatMap(({ type, peerReviews }): [string, number][] =>
    peerReviews !== undefined && peerReviews.missing > 0 ? [[type.code, peerReviews.missing]] : [],
  )
  return new Map([['peer-review', new Map(reviews)]])
}
