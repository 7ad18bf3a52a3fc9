import { useEffect, useRef } from 'react'
import type { Refused } from './send.ts'

/** Refusals after which the answers can be used on the page as it is today. */
const goOn: Readonly<Record<string, string>> = {
  'submission/attempt-id-reused': 'Open the exam again with these answers',
  'submission/unknown-version': 'Open the exam as it is now',
  'submission/unknown-question': 'Open the exam as it is now',
  'submission/unknown-choice': 'Open the exam as it is now',
}

/**
 * The Worker’s last word on answers that were sent, what has become of them, and what to do. Takes the focus, because it
 * answers a press of the button.
 *
 * @param props.kept whether the device keeps the answers; otherwise no way to send them yet leads away from this page.
 * @param props.loadAgain opens the exam again with the answers in place.
 */
export function RefusedPanel({
  refused,
  kept,
  signIn,
  loadAgain,
}: {
  readonly refused: Refused
  readonly kept: boolean
  readonly signIn: string
  readonly loadAgain: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const { code, link, signedInAs } = refused
  const again = refused.over ? undefined : goOn[code]
  const [elsewhere, inNewTab] = kept
    ? [{}, '']
    : [{ target: '_blank', rel: 'noreferrer' }, ' (opens in a new tab)']
  return (
    <div
      className="panel panel-warning stack"
      role="alert"
      tabIndex={-1}
      aria-labelledby="refused-title"
      ref={panel}
      data-outcome="refused"
      data-code={code}
    >
      <h2 id="refused-title">{refused.title || 'Your answers were not accepted'}</h2>
      <p>{refused.what}</p>
      {signedInAs === '' ? null : (
        <p>
          You are signed in as <strong>{signedInAs}</strong>.
        </p>
      )}
      {refused.remedy === '' ? null : <p>{refused.remedy}</p>}
      <p>
        Your answers are still on this page.{' '}
        {refused.unsure
          ? 'Whether they were recorded before, we cannot tell. However often they are sent, they count once.'
          : 'They have not been counted.'}
      </p>
      <p className="actions">
        {again === undefined ? null : (
          <button type="button" className="button" onClick={loadAgain}>
            {again}
          </button>
        )}
        {code === 'submission/foreign-attempt' ? (
          <a className="button" href={signIn} {...elsewhere}>
            {`Sign in${inNewTab}`}
          </a>
        ) : (
          <a className="button-secondary" href={link || '/my-cet/'} {...elsewhere}>
            {`${linkText(link)}${inNewTab}`}
          </a>
        )}
      </p>
    </div>
  )
}

function linkText(link: string): string {
  if (link.startsWith('/my-cet/attempts/')) return 'See your result'
  if (link === '/join/') return 'How to join or subscribe'
  return link === '/cet/active/' ? 'Go to Active CET' : 'Go to My CET'
}
