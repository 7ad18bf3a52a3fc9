import { useEffect, useRef } from 'react'
import type { UnderWay } from './outbox.ts'

/**
 * How far sending has come, in plain words. Takes the focus once, from the button that is gone now; what changes after
 * that is announced politely.
 *
 * @param props.closes the last day, in words; empty when it is not known.
 */
export function SendingPanel({
  sending,
  closes,
  signIn,
  sendNow,
  cancel,
}: {
  readonly sending: UnderWay
  readonly closes: string
  readonly signIn: string
  readonly sendNow: () => void
  readonly cancel: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  const { kind, kept } = sending
  // A button that was pressed may be gone with what it belonged to, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind has other buttons
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus()
  }, [kind])
  useEffect(() => panel.current?.focus(), [])
  const { title, text } = words(sending)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs
    <div
      role="group"
      aria-labelledby="sending-title"
      className={`panel stack ${kind === 'sending' ? '' : 'panel-warning'}`}
      tabIndex={-1}
      ref={panel}
      data-outcome={kind}
    >
      <div role="status" className="stack">
        <h2 id="sending-title">{title}</h2>
        {text === '' ? null : <p>{text}</p>}
        {kind === 'sending' ? null : (
          <p>
            {kept ? 'Keep this page open or come back to it ' : 'Keep this page open until then, and send '}
            {closes === '' ? 'before the exam closes.' : `before the end of ${closes}.`}
            {kept ? '' : ' Your answers could not be kept on this device.'}
          </p>
        )}
      </div>
      <p className="actions">
        {kind === 'signed-out' ? (
          <a className="button" href={signIn} {...(kept ? {} : { target: '_blank', rel: 'noreferrer' })}>
            {kept ? 'Sign in' : 'Sign in (opens in a new tab)'}
          </a>
        ) : null}
        {kind === 'waiting' ? (
          <button type="button" className="button" onClick={sendNow}>
            Send now
          </button>
        ) : null}
        <button type="button" className="button-secondary" onClick={cancel}>
          Cancel sending
        </button>
      </p>
    </div>
  )
}

const cannotTell = 'We cannot tell whether your answers arrived.'
const countOnce = 'However often they are sent, they count once.'

function words(sending: UnderWay): { readonly title: string; readonly text: string } {
  if (sending.kind === 'sending') return { title: 'Sending your answers…', text: '' }
  if (sending.kind === 'signed-out') {
    return {
      title: 'You have been signed out',
      text: sending.unsure
        ? `${cannotTell} Sign in again, and they are sent once more by themselves. ${countOnce}`
        : 'Your answers have not been sent. Sign in again, and they are sent by themselves.',
    }
  }
  if (sending.offline) {
    return sending.unsure
      ? {
          title: 'You are offline',
          text: `${cannotTell} We will send them once more when the connection is back. ${countOnce}`,
        }
      : {
          title: 'Not sent yet: you are offline',
          text: 'We will send your answers when the connection is back.',
        }
  }
  return {
    title: sending.unsure ? 'No reply yet' : 'Not sent yet',
    text: `${sending.what} We will go on trying.`,
  }
}
