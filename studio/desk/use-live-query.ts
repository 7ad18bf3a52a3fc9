import { useEffect, useState } from 'react'
import { useDocumentStore } from 'sanity'

/** What is known of an answer that follows the dataset. A failure keeps what was known before. */
export interface LiveAnswer<Value> {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly value: Value | undefined
  /** Asks again after a failure. */
  readonly retry: () => void
}

/**
 * Asks the dataset a question and asks again whenever a document changes that the question is about. Drafts count as
 * documents of their own.
 *
 * @param query.fetch - GROQ: the question
 * @param query.listen - GROQ without joins: which documents it is about
 * @param params - parameters of both
 * @param read - checks the answer's shape; what it throws counts as a failure. It must stay the same function.
 */
export function useLiveQuery<Value>(
  query: { readonly fetch: string; readonly listen: string },
  params: Readonly<Record<string, string | number | string[]>>,
  read: (answer: unknown) => Value,
): LiveAnswer<Value> {
  const store = useDocumentStore()
  const [answer, setAnswer] = useState<Omit<LiveAnswer<Value>, 'retry'>>({
    status: 'loading',
    value: undefined,
  })
  const [attempt, setAttempt] = useState(0)
  const question = JSON.stringify([query.fetch, query.listen, params, attempt])
  useEffect(() => {
    const [fetch, listen, asked] = JSON.parse(question)
    const failed = () => setAnswer(({ value }) => ({ status: 'failed', value }))
    const subscription = store
      .listenQuery({ fetch, listen }, asked, {
        tag: 'survival-pack.desk',
        apiVersion: '2025-02-19',
        perspective: 'raw',
        throttleTime: 300,
        transitions: ['update', 'appear', 'disappear'],
      })
      .subscribe({
        next: (found: unknown) => {
          try {
            const value = read(found)
            setAnswer({ status: 'ready', value })
          } catch {
            failed()
          }
        },
        error: failed,
      })
    return () => subscription.unsubscribe()
  }, [store, question, read])
  return { ...answer, retry: () => setAttempt((made) => made + 1) }
}
