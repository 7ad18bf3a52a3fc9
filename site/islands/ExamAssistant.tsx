import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Attempt, attemptFor, refusedWith } from './attempt.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { answersOf, markFaults, type Question, questionsOf } from './exam-form.ts'
import { OutcomePanel } from './OutcomePanel.tsx'
import { type Outcome, sendAnswers } from './send.ts'

type Failure = Exclude<Outcome, { kind: 'recorded' }>

/**
 * Makes an exam’s plain form better where script runs: tells how many questions are answered, checks before sending,
 * and sends without leaving the page, so that answers survive a lost connection or session.
 *
 * The form itself is a child that is never rendered again: the Worker writes into it (attempt ID, notes, refusals,
 * answers that were given), and what it wrote stays.
 *
 * @param props.signIn where a member whose session has ended signs in again.
 */
export function ExamAssistant({
  signIn,
  children,
}: {
  readonly signIn: string
  readonly children?: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const attempt = useRef<Attempt>({ id: '' })
  const sending = useRef(false)
  const [progress, setProgress] = useState('')
  // Counts presses of the button: what answers one is a new element, which takes the focus again.
  const [round, setRound] = useState(0)
  const [missing, setMissing] = useState<readonly Question[]>([])
  const [failure, setFailure] = useState<Failure>()

  useEffect(() => {
    const form = frame.current?.querySelector('form')
    const button = form?.querySelector<HTMLButtonElement>('button[data-step="send"]')
    // Without a button the Worker has said why this member cannot send the exam.
    if (!form || !button) return
    attempt.current = { id: field(form, 'attempt') || crypto.randomUUID() }

    const count = () => {
      const questions = questionsOf(form)
      const answered = questions.filter((question) => question.answered).length
      setProgress(`${answered} of ${questions.length} answered`)
    }
    const busy = (now: boolean) => {
      sending.current = now
      button.setAttribute('aria-disabled', String(now))
      button.textContent = now ? 'Sending…' : 'Send my answers'
    }
    const submit = async (event: SubmitEvent) => {
      if (event.submitter?.getAttribute('name') === 'show') return
      event.preventDefault()
      if (sending.current) return
      const unanswered = questionsOf(form).filter((question) => !question.answered)
      form.querySelector('[data-slot="error-summary"]')?.setAttribute('hidden', '')
      markFaults(form, new Map(unanswered.map((question) => [question.key, question.message])))
      setRound((before) => before + 1)
      setMissing(unanswered)
      setFailure(undefined)
      if (unanswered.length > 0) return
      const answers = answersOf(form)
      attempt.current = attemptFor(attempt.current, answers, () => crypto.randomUUID())
      busy(true)
      const outcome = await sendAnswers(form.action, {
        attempt: attempt.current.id,
        version: field(form, 'version'),
        answers,
      })
      if (outcome.kind === 'recorded') return location.assign(outcome.resultPath)
      if (outcome.kind === 'refused') attempt.current = refusedWith(attempt.current, answers)
      busy(false)
      setFailure(outcome)
    }
    count()
    form.addEventListener('change', count)
    form.addEventListener('submit', submit)
    return () => {
      form.removeEventListener('change', count)
      form.removeEventListener('submit', submit)
    }
  }, [])

  return (
    <div ref={frame}>
      {missing.length > 0 ? <ErrorSummary key={round} questions={missing} /> : null}
      {children}
      {failure ? <OutcomePanel key={round} outcome={failure} signIn={signIn} /> : null}
      <p className="progress" role="status">
        {progress}
      </p>
    </div>
  )
}

function field(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
