import {
  audienceOfAward,
  type CountedAward,
  cycleYear,
  dayOf,
  isAcceptanceOver,
  isCycleOver,
  type PackFacts,
  type PointArrival,
  pointArrival,
  pointState,
  progressOf,
  shownTypes,
  type TypeProgress,
  yearOf,
} from '../../core/index.ts'
import type { Edge } from '../context.ts'
import { packFacts } from '../pack/facts.ts'
import { type ForOthers, forOthers } from '../pages/for-others.ts'
import { gocNumberWanted } from '../pages/goc-number.ts'
import { type Standing, standings } from '../records/attempts.ts'
import { type ElsewhereEntry, elsewhereOf } from '../records/elsewhere.ts'
import { type Goal, goalsOf } from '../records/goals.ts'
import { type MemberRecord, memberRecord } from '../records/record.ts'
import type { SignedIn } from '../records/sessions.ts'

/** An award with what has become of it. */
export type Point = MemberRecord['awards'][number] &
  ReturnType<typeof pointState> & {
    /** Why it counts for none of the member's registrant types, if so. */
    readonly forOthers: ForOthers | undefined
    /** Whether it was sent back, and the last day on which it could be accepted after all is over: it counts for nothing. */
    readonly lost: boolean
    /** When it should be there, as long as nobody has reported that it is. */
    readonly arrival: PointArrival | undefined
  }

/** Everything that a member's own pages are written from, as it stands at one moment. */
export type Room = {
  readonly member: SignedIn
  readonly facts: PackFacts
  /** What has to be done for points to be sent at all, if anything. */
  readonly gocNumberWanted: string | undefined
  /** The registrant types that progress is shown for, and who named them. */
  readonly types: PackFacts['registrantTypes']
  readonly typesBy: ReturnType<typeof shownTypes>['by']
  readonly points: readonly Point[]
  readonly attempts: MemberRecord['attempts']
  readonly elsewhere: ElsewhereEntry
  readonly goals: readonly Goal[]
  readonly standings: readonly Standing[]
  readonly progress: readonly TypeProgress[]
  /** Milliseconds of the Unix epoch, by the server's clock. */
  readonly now: number
  /** The calendar day in the pack's time zone. */
  readonly today: string
  /** The calendar year that the cycle asks for points in. */
  readonly year: number
  /** Whether the cycle's last day has ended. */
  readonly cycleOver: boolean
}

/** Reads a member's room. */
export async function openRoom(edge: Edge, member: SignedIn): Promise<Room> {
  const facts = await packFacts(edge)
  const [record, elsewhere, goals, stand] = await Promise.all([
    memberRecord(edge.db, member.id),
    elsewhereOf(edge.db, { member: member.id, cycle: facts.cycle.id }),
    goalsOf(edge.db, member.id),
    standings(edge.db, member.id),
  ])
  const now = edge.now()
  const { timeZone } = facts.window
  const shown = shownTypes(facts, member.registrantTypes, elsewhere.registrantTypes)
  const { types, by } = shown
  const year = cycleYear(facts.cycle, now, timeZone)
  const uploads = facts.scheme.recording === 'provider-uploads'
  const points = record.awards.map((award): Point => {
    const stands = pointState(award.marks)
    const onItsWay = stands.state === 'awarded' || stands.state === 'sent'
    return {
      ...award,
      ...stands,
      forOthers: forOthers(audienceOfAward(award, facts.items), shown, facts),
      lost: uploads && stands.state === 'rejected' && isAcceptanceOver(facts.cycle.acceptBy, now, timeZone),
      arrival:
        onItsWay && uploads ? pointArrival(award.awarded_at, now, timeZone, facts.cycle.acceptBy) : undefined,
    }
  })
  return {
    member,
    facts,
    gocNumberWanted: gocNumberWanted(member, facts, edge),
    types,
    typesBy: by,
    points,
    attempts: record.attempts,
    elsewhere,
    goals,
    standings: stand,
    progress: progressOf(
      facts,
      types.map(({ code }) => code),
      countedAwards({ points, facts }),
      elsewhere,
      year,
    ),
    now,
    today: dayOf(now, timeZone),
    year,
    cycleOver: isCycleOver(facts.cycle, now, timeZone),
  }
}

/**
 * Awards as progress counts them: from the moment they are earned, on their way or not, and also those that were sent back
 * as long as they can be corrected and accepted in time.
 */
export function countedAwards({ points, facts }: Pick<Room, 'points' | 'facts'>): CountedAward[] {
  return points
    .filter(({ lost }) => !lost)
    .map((award) => ({
      exam: award.exam,
      points: award.points,
      pointType: award.point_type,
      competencies: award.competencies,
      year: yearOf(award.awarded_at, facts.window.timeZone),
    }))
}
