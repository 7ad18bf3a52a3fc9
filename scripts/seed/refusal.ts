import { UserError } from '../user-error.ts'

/**
 * Turns what can go wrong between here and the Content Lake into a sentence with its remedy.
 *
 * @param error what was thrown; anything else is handed back as it is.
 */
export function refusal(
  error: unknown,
  where: { readonly apiHost?: string; readonly dataset?: string },
): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 401 || status === 403) {
    return new UserError(
      'SEED_REFUSED',
      `The Content Lake refuses to let this token write to the dataset “${where.dataset}” (${error.message}).`,
      'Set SANITY_WRITE_TOKEN to a token with the role Editor, made in the project’s settings.',
    )
  }
  if (
    status === undefined &&
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|fetch failed/.test(wholeMessage(error))
  ) {
    return new UserError(
      'SEED_UNREACHABLE',
      `The Content Lake at ${where.apiHost} does not answer (${wholeMessage(error)}).`,
      'Start it, or correct SANITY_API_HOST and SANITY_PROJECT_ID.',
    )
  }
  return error
}

function wholeMessage(error: Error): string {
  const code = 'code' in error ? `${error.code}` : ''
  const cause = error.cause instanceof Error ? wholeMessage(error.cause) : ''
  return [error.message, code, cause].filter((part) => part !== '').join(': ')
}
