import { useEffect, useRef } from 'react'
import type { Outcome } from './send.ts'

/** Why sending did not end in a result, and what to do. Takes the focus, because it answers a press of the button. */
export function OutcomePanel({
  outcome,
  signIn,
}: {
  readonly outcome: Exclude<Outcome, { kind: 'recorded' }>
  readonly signIn: string
}) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <div
      className="panel panel-warning stack"
      role="alert"
      tabIndex={-1}
      ref={panel}
      data-outcome={outcome.kind}
    >
      {outcome.kind === 'signed-out' ? (
        <>
          <h2>You have been signed out</h2>
          <p>
            Your answers are still on this page and have not been sent. Sign in again in a new tab, then come
            back here and send them.
          </p>
          <p>
            <a className="button" href={signIn} target="_blank" rel="noreferrer">
              Sign in (opens in a new tab)
            </a>
          </p>
        </>
      ) : (
        <>
          <h2>{outcome.kind === 'refused' ? 'Your answers were not accepted' : 'Not sent yet'}</h2>
          <p>{outcome.what}</p>
          {outcome.remedy === '' ? null : <p>{outcome.remedy}</p>}
          {outcome.kind === 'refused' ? (
            <p>
              <a href="/my-cet/">Go to My CET</a>
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}
