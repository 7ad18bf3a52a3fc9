import type { ExamVersion, Submission } from '../../core/index.ts'

/** Stands in every rationale, so that a leak of any of them can be searched for. */
export const canary = 'canary-rationale-5a2f'

/** An exam of two questions; `exam` names it, so that tests do not share one. */
export function sampleExam(exam: string, changes: Partial<ExamVersion> = {}): ExamVersion {
  const choice = (key: string, correct: boolean) => ({
    key,
    text: `Choice ${key}`,
    correct,
    rationale: `${canary}: ${key} is ${correct ? 'right' : 'wrong'}`,
  })
  return {
    exam,
    title: 'Tear film: the exam',
    item: { id: 'article-tear-film', title: 'Tear film', path: '/cet/active/tear-film/' },
    reference: 'C-13861 O/D',
    points: 1,
    pointType: 'non-interactive',
    competencies: [{ id: 'competency-1', title: 'Ocular examination', registrantType: 'optometrist' }],
    passMark: 60,
    maxAttempts: 3,
    feedback: 'after-last-word',
    questions: [
      {
        key: 'layers',
        stem: 'Which layer?',
        kind: 'single',
        choices: [choice('lipid', true), choice('aqueous', false)],
      },
      {
        key: 'signs',
        stem: 'Which signs?',
        kind: 'multiple',
        choices: [choice('staining', true), choice('breakup', true), choice('halo', false)],
      },
    ],
    ...changes,
  }
}

/** Answers to {@link sampleExam} that are all right. */
export const rightAnswers: Submission['answers'] = [
  { question: 'layers', choices: ['lipid'] },
  { question: 'signs', choices: ['staining', 'breakup'] },
]

/** Answers to {@link sampleExam} that are all wrong. */
export const wrongAnswers: Submission['answers'] = [
  { question: 'layers', choices: ['aqueous'] },
  { question: 'signs', choices: ['halo'] },
]
