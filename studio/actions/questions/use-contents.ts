import { useEffect, useState } from 'react'
import type { QuestionFormat } from '../../../core/questions/index.ts'
import { type Contents, readSource } from './read-source.ts'

/** Where reading stands. */
export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly contents: Contents }

/** How long to wait, in milliseconds, for somebody who is still typing. */
const PAUSE = 250

/**
 * Reads a source whenever it or its format changes; an earlier reading that is not finished is given up.
 *
 * @param source - text or bytes; `undefined` while there are none
 * @param format - `undefined` while it is not known
 */
export function useContents(
  source: string | Uint8Array | undefined,
  format: QuestionFormat | undefined,
): Reading {
  const [reading, setReading] = useState<Reading>({ state: 'idle' })
  useEffect(() => {
    if (source === undefined || source.length === 0 || format === undefined) {
      setReading({ state: 'idle' })
      return
    }
    const ended = new AbortController()
    setReading({ state: 'reading' })
    const timer = setTimeout(async () => {
      const contents = await readSource(format, source, ended.signal)
      if (!ended.signal.aborted) setReading({ state: 'read', contents })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      ended.abort()
    }
  }, [source, format])
  return reading
}
