import { Stack } from '@sanity/ui'
import { useDeferredValue, useMemo } from 'react'
import { type ArrayOfObjectsInputProps, useFormCallbacks, useFormValue } from 'sanity'
import { type LintFinding, lintExam, lintedExamOf } from '../../../core/index.ts'
import { pathWithinQuestions } from '../../../schemas/index.ts'
import { QuestionCheck } from './question-check.tsx'

/** An exam's list of questions, under what the lints say about it while it is being written. */
export function QuestionsInput(props: ArrayOfObjectsInputProps) {
  const { onPathFocus, onPathOpen } = useFormCallbacks()
  // Typing comes first: findings may lag behind it by a moment.
  const passMark = useDeferredValue(useFormValue(['passMark']))
  const questions = useDeferredValue(props.value)
  const exam = useMemo(() => lintedExamOf({ questions, passMark }), [questions, passMark])
  const findings = useMemo(() => lintExam(exam), [exam])

  function open(finding: LintFinding): void {
    const path = finding.field === 'passMark' ? ['passMark'] : ['questions', ...pathWithinQuestions(finding)]
    onPathOpen(path)
    onPathFocus(path)
  }

  return (
    <Stack gap={3}>
      <QuestionCheck exam={exam} findings={findings} onOpen={open} />
      {props.renderDefault(props)}
    </Stack>
  )
}
