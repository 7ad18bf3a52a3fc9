import { useEffect, useMemo, useState } from 'react'
import { useClient } from 'sanity'
import { followAnswer, type Question } from './follow-answer.ts'

/** What is known of an answer that follows the dataset. A failure keeps what was known before. */
export interface LiveAnswer<Value> {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly value: Value | undefined
  /** Starts over after a failure. */
  readonly retry: () => void
}

/**
 * Asks the dataset a question and follows its answer, see {@link followAnswer}. Drafts count as documents of their own.
 *
 * @param read - checks the answer's shape; what it throws counts as a failure. It must stay the same function.
 */
export function useLiveQuery<Value>(
  query: Omit<Question, 'params'>,
  params: Question['params'],
  read: (answer: unknown) => Value,
): LiveAnswer<Value> {
  const studio = useClient({ apiVersion: '2025-02-19' })
  const client = useMemo(() => studio.withConfig({ perspective: 'raw', useCdn: false }), [studio])
  const [answer, setAnswer] = useState<Omit<LiveAnswer<Value>, 'retry'>>({
    status: 'loading',
    value: undefined,
  })
  const [attempt, setAttempt] = useState(0)
  const question = JSON.stringify({ ...query, params })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt at the same question starts over.
  useEffect(() => {
    const failed = () => setAnswer(({ value }) => ({ status: 'failed', value }))
    const following = followAnswer(client, JSON.parse(question), {
      answered(found) {
        try {
          const value = read(found)
          setAnswer({ status: 'ready', value })
        } catch {
          failed()
        }
      },
      failed,
    })
    return () => following[Symbol.dispose]()
  }, [client, question, read, attempt])
  return { ...answer, retry: () => setAttempt((made) => made + 1) }
}
