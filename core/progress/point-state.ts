/** What has become of an award on its way to the regulator. */
export type PointState = 'awarded' | 'sent' | 'pending' | 'accepted' | 'rejected'

/** One entry of an award's ledger, in the order in which they were written. */
export type PointMark = { readonly state: PointState; readonly saidBy: 'member' | 'export' }

/**
 * Where an award stands. The export's newest word counts, and the member's word that they have accepted the point counts
 * above it: an upload list that comes in late does not take an acceptance back. Only the member themselves does, or the
 * regulator's rejection.
 *
 * @returns the state, and who says so; nobody has to say that it was awarded.
 */
export function pointState(marks: readonly PointMark[]): {
  readonly state: PointState
  readonly saidBy: 'member' | 'export' | undefined
} {
  let byExport: PointState = 'awarded'
  let acceptedByMember = false
  for (const { state, saidBy } of marks) {
    if (saidBy === 'member') acceptedByMember = state === 'accepted'
    else {
      byExport = state
      if (state === 'rejected') acceptedByMember = false
    }
  }
  if (acceptedByMember && byExport !== 'accepted') return { state: 'accepted', saidBy: 'member' }
  return { state: byExport, saidBy: byExport === 'awarded' ? undefined : 'export' }
}
