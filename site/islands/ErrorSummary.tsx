import { useEffect, useRef } from 'react'
import type { Question } from './exam-form.ts'

/**
 * What keeps a form from being sent: takes the focus, and leads to each question.
 *
 * @param props.open shows a question, which may be hidden now.
 */
export function ErrorSummary({
  questions,
  open,
}: {
  readonly questions: readonly Question[]
  readonly open: (question: Question) => void
}) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [])
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="summary-title" ref={summary}>
      <h2 id="summary-title">There is a problem</h2>
      <ul>
        {questions.map((question) => (
          <li key={question.key}>
            <a
              href={`#${question.firstInput}`}
              onClick={(event) => {
                event.preventDefault()
                open(question)
              }}
            >
              {`Question ${question.number}: ${question.message.toLowerCase()}`}
            </a>
          </li>
        ))}
      </ul>
      <p>Your other answers are kept. No attempt has been used.</p>
    </div>
  )
}
