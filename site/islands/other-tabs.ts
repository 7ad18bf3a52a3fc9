import type { Device } from './device.ts'
import type { Draft, Pending } from './draft.ts'
import type { FormFacts } from './exam-form.ts'

/** What a tab does when another has done something with the same exam. */
export type ThisTab = {
  isUnderWay(): boolean
  /** Whether nothing can be sent from here any more. */
  isClosed(): boolean
  /** The attempt of this page is recorded: says so, and where its result is. */
  tellSent(text: string, result: string): void
  leaveFor(result: string): void
  goOnSending(waiting: Pending): void
  /** Shows the answers as they are now; undefined: there are none any more. */
  follow(draft: Draft | undefined, text: string): void
  /** What the device kept is gone, and no tab says why: what is on this page may be all that is left. */
  forgotten(): void
  /** The device has kept what is not this tab’s: an attempt before this one, or another version. Keeps this tab’s answers. */
  keepOwn(): void
  /** What waits to be sent was changed while this tab sends it. */
  pendingChanged(): void
}

/** Keeps a tab in step with the others of the same exam. */
export type OtherTabs = {
  /** Looks for what has become of answers that this tab was sending until another tab ended that. */
  takenBack(): void
  stop(): void
}

/**
 * Begins to follow the other tabs.
 *
 * @param facts.attempt the one that this tab’s page is for.
 */
export function followOtherTabs(
  device: Device,
  { attempt, version }: Pick<FormFacts, 'attempt' | 'version'>,
  tab: ThisTab,
): OtherTabs {
  const stop = device.watch((change) => {
    if (change.kind === 'sent') {
      const { sent } = change
      if (sent.attempt !== attempt) return tab.keepOwn()
      return tab.tellSent('Your answers were sent from another tab.', sent.sent)
    }
    if (tab.isUnderWay()) return change.kind === 'pending' ? tab.pendingChanged() : undefined
    if (tab.isClosed()) return
    if (change.kind === 'pending') {
      const waiting = device.pending()
      return waiting === undefined ? undefined : tab.goOnSending(waiting)
    }
    if (change.kind === 'cleared') {
      if (change.version !== undefined && change.version !== version) return tab.keepOwn()
      return tab.follow(undefined, 'Your answers were cleared in another tab.')
    }
    const { draft } = change
    tab.follow(
      draft,
      draft.version === version
        ? 'You have this exam open in another tab too; both show the same answers.'
        : 'Another version of this exam is open in another tab. Each shows its own answers, and this device keeps those that were changed last: go on in one of them.',
    )
  })
  return {
    takenBack() {
      const done = device.sent()
      if (done?.attempt === attempt) return tab.leaveFor(done.sent)
      const next = device.pending()
      if (next !== undefined) return tab.goOnSending(next)
      const draft = device.draft()
      if (draft === undefined) tab.forgotten()
      else tab.follow(draft, 'Sending has ended in another tab, which says why.')
    },
    stop,
  }
}
