import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ErrorSummary } from './ErrorSummary.tsx'
import { isWhole } from './exam-form.ts'
import { isUnderWay } from './outbox.ts'
import { RefusedPanel } from './RefusedPanel.tsx'
import { SendingPanel } from './SendingPanel.tsx'
import type { Message, Shown } from './shown.ts'
import { beginSitting, type Sitting } from './sitting.ts'

const nothing: Shown = {
  answered: 0,
  total: 0,
  kept: undefined,
  message: undefined,
  missing: [],
  round: 0,
  sending: undefined,
}

/** Of a page with which nothing can be begun, least of all to keep what it shows in place of what the device has. */
const partOnly: Message = {
  text: 'Only a part of this page has arrived. Load it again: what this device has kept of your answers comes back then.',
}

/**
 * Makes an exam’s plain form better where script runs: keeps answers on the device, walks through the questions without
 * asking the server, checks before sending, and sends without leaving the page.
 *
 * The form itself is a child that is never rendered again: the Worker writes into it (attempt, order of choices, what is
 * shown, answers that were given), and what it wrote stays.
 *
 * @param props.signIn where a member whose session has ended signs in again; leads back to the exam.
 */
export function ExamAssistant({
  signIn,
  children,
}: {
  readonly signIn: string
  readonly children?: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const sitting = useRef<Sitting>(undefined)
  const [closes, setCloses] = useState('')
  const [shown, setShown] = useState(nothing)

  useEffect(() => {
    const form = frame.current?.querySelector('form')
    if (!form) return
    if (!isWhole(form)) return setShown({ ...nothing, message: partOnly })
    setCloses(form.dataset['closes'] ?? '')
    sitting.current = beginSitting(form, (change) => setShown((before) => ({ ...before, ...change })))
    return () => sitting.current?.stop()
  }, [])

  const { answered, total, kept, message, missing, round, sending } = shown
  return (
    <div ref={frame}>
      <Told message={message} busy={isUnderWay(sending)} sitting={sitting.current} />
      {kept === false ? (
        <p className="panel panel-warning" role="status">
          Your answers are not kept on this device: its storage is full or switched off. You can go on; keep
          this page open until you have sent them.
        </p>
      ) : null}
      {missing.length > 0 ? (
        <ErrorSummary
          key={round}
          questions={missing}
          open={(question) => sitting.current?.openQuestion(question)}
        />
      ) : null}
      {sending === undefined ? null : sending.kind === 'refused' ? (
        <RefusedPanel
          key={round}
          refused={sending}
          kept={kept !== false}
          signIn={signIn}
          loadAgain={() => sitting.current?.loadAgain()}
        />
      ) : (
        <SendingPanel
          sending={sending}
          closes={closes}
          signIn={signIn}
          sendNow={() => sitting.current?.sendNow()}
          cancel={() => sitting.current?.cancelSending()}
        />
      )}
      {children}
      <div className="progress" hidden={total === 0}>
        <p role="status">
          {total === 0 ? '' : `${answered} of ${total} answered`}
          {kept === undefined ? '' : kept ? ', kept on this device' : ', not kept on this device'}
        </p>
      </div>
      {answered > 0 && message?.offer === undefined && sending === undefined ? (
        <button type="button" className="button-plain" onClick={() => sitting.current?.clear()}>
          Clear my answers
        </button>
      ) : null}
    </div>
  )
}

/** What has happened to the answers, and the button that does something about it. */
function Told({
  message,
  busy,
  sitting,
}: {
  readonly message: Message | undefined
  /** Whether answers are being sent, which leaves nothing to do with them. */
  readonly busy: boolean
  readonly sitting: Sitting | undefined
}) {
  const told = useRef<HTMLDivElement>(null)
  const stopped = message?.stopped
  const offer = busy ? undefined : message?.offer
  // The button that was pressed is gone.
  useEffect(() => {
    if (message?.answers === true) told.current?.focus()
  }, [message])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs
    <div className="told" role="group" aria-labelledby="told-text" tabIndex={-1} ref={told}>
      <p role="status" id="told-text">
        {message === undefined ? '' : `${message.text} `}
        {message?.result === undefined ? null : <a href={message.result}>See your result</a>}
        {stopped === undefined ? null : (
          <a
            href={`#${stopped.firstInput}`}
            onClick={(event) => {
              event.preventDefault()
              sitting?.goOn(stopped)
            }}
          >
            {`Go to question ${stopped.number}, where you stopped`}
          </a>
        )}
      </p>
      {offer === 'clear' ? (
        <button type="button" className="button-plain" onClick={() => sitting?.clear()}>
          Clear my answers
        </button>
      ) : null}
      {offer === 'undo' ? (
        <button type="button" className="button-plain" onClick={() => sitting?.undo()}>
          Undo
        </button>
      ) : null}
    </div>
  )
}
