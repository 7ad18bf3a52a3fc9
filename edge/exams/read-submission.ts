import type { Context } from 'hono'
import { type Submission, submissionSchema } from '../../core/index.ts'
import type { App } from '../context.ts'
import { mediaType, parseJson, readText } from '../http/body.ts'
import { RequestError } from '../http/problem.ts'
import { holdsForm, sentForm, submissionLimit } from './sent-form.ts'

/** A submission and the way it came in: a form is answered with pages, JSON with JSON. */
export type Sent = { readonly submission: Submission; readonly by: 'form' | 'json' }

/**
 * Reads a submission from JSON or from the exam page's form.
 *
 * @throws RequestError request/wrong-content-type, request/too-large, request/malformed-json, submission/invalid
 */
export async function readSubmission(c: Context<App>): Promise<Sent> {
  const request = c.req.raw
  const type = mediaType(request)
  if (type === 'application/json') {
    return { by: 'json', submission: check(parseJson(await readText(request, submissionLimit))) }
  }
  if (holdsForm(request)) return { by: 'form', submission: check(fromForm(await sentForm(c))) }
  throw new RequestError(
    'request/wrong-content-type',
    type === '' ? 'The request does not say what it holds.' : 'An exam cannot be answered in this format.',
  )
}

/** The fields of the form in the shape of a submission; whatever does not belong there stays, for the check to name. */
function fromForm(form: URLSearchParams): Record<string, unknown> {
  const sent: Record<string, unknown> = {}
  const answers = new Map<string, string[]>()
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    if (name.startsWith('q.')) answers.set(name.slice(2), values)
    // How the page was looked at; it says nothing about the attempt.
    else if (name === 'view') continue
    else if (name !== 'answers') sent[name] = values.length === 1 ? values[0] : values
    else sent['answers (as one field)'] = values
  }
  sent['answers'] = Array.from(answers, ([question, choices]) => ({ question, choices }))
  return sent
}

function check(sent: unknown): Submission {
  const parsed = submissionSchema.safeParse(sent)
  if (parsed.success) return { ...parsed.data, attempt: parsed.data.attempt.toLowerCase() }
  throw new RequestError(
    'submission/invalid',
    'Parts of the submission are missing, unknown or of the wrong shape.',
    {
      errors: parsed.error.issues.slice(0, 50).map((issue) => ({
        path: issue.path.join('.'),
        code: issue.code,
        detail: issue.message,
      })),
    },
  )
}
