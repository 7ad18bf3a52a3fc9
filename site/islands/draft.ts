import type { Answers } from './exam-form.ts'
import { asStage, type Stage, type View } from './exam-stage.ts'

/** What a member has done on an exam so far, as it is kept on the device. */
export type Draft = {
  readonly attempt: string
  readonly version: string
  readonly answers: Answers
  readonly view: View
  readonly stage: Stage
  /** The question that was answered last, counted from 1; 0 if none was. */
  readonly touched: number
  /** When an answer was changed last: milliseconds of the Unix epoch by the server’s clock. */
  readonly at: number
  /** Whether the attempt was sent, so that it may have arrived although no word of it came back. */
  readonly unsure?: boolean
}

/** A submission that waits to be sent, or for its reply. */
export type Pending = Pick<Draft, 'attempt' | 'version' | 'answers' | 'unsure'>

/** What is left of a draft once it was sent, for other tabs that still show the exam. */
export type Sent = { readonly attempt: string; readonly sent: string }

/** Reads what was kept; undefined for anything that is not a draft, however it came there. */
export function readDraft(text: string | null): Draft | undefined {
  const kept = parsed(text)
  const pending = pendingOf(kept)
  if (pending === undefined || typeof kept['at'] !== 'number') return undefined
  return {
    ...pending,
    view: kept['view'] === 'one' ? 'one' : 'all',
    stage: asStage(kept['stage']),
    touched: Number.isInteger(kept['touched']) ? Number(kept['touched']) : 0,
    at: kept['at'],
  }
}

/** Reads a submission that waits. */
export function readPending(text: string | null): Pending | undefined {
  return pendingOf(parsed(text))
}

/** Reads what a sent draft left behind. */
export function readSent(text: string | null): Sent | undefined {
  const { attempt, sent } = parsed(text)
  // A path of this site alone.
  return typeof attempt === 'string' && typeof sent === 'string' && /^\/(?![/\\])/.test(sent)
    ? { attempt, sent }
    : undefined
}

/** Whether there is an answer that differs from what was kept. One that was kept and has no place any more is none. */
export function hasNewer(answers: Answers, kept: Answers): boolean {
  const known = new Set(kept.map(asText))
  return answers.some((answer) => !known.has(asText(answer)))
}

/** The same text for the same answer, whatever order its choices stand in. */
function asText({ question, choices }: Answers[number]): string {
  return JSON.stringify([question, ...[...choices].sort()])
}

function pendingOf(kept: Record<string, unknown>): Pending | undefined {
  const { attempt, version, answers } = kept
  if (typeof attempt !== 'string' || typeof version !== 'string' || !Array.isArray(answers)) return undefined
  return { attempt, version, answers: answers.flatMap(answerOf), unsure: kept['unsure'] === true }
}

function answerOf(kept: unknown): Answers[number][] {
  const { question, choices } = isObject(kept) ? kept : {}
  if (typeof question !== 'string' || !Array.isArray(choices)) return []
  return [{ question, choices: choices.filter((choice) => typeof choice === 'string') }]
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
