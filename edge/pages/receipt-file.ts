import { type Accepted, type ExamVersion, zoneInWords } from '../../core/index.ts'
import { formatInstant } from './dates.ts'
import { pointsText } from './words.ts'

/**
 * A receipt as a file to keep: what it says in words, then the signed text itself.
 *
 * @param origin of this site, where the key lies that proves the signature.
 * @param timeZone IANA name of the zone that the time is told in.
 */
export function receiptFile(
  accepted: Accepted,
  version: ExamVersion,
  timeZone: string,
  origin: string,
): Response {
  const { result, receipt } = accepted
  const text = `Receipt of an exam

Exam:       ${version.title}
Article:    ${version.item.title}
Reference:  ${version.reference}
Attempt:    ${result.attemptNumber} (${result.attempt})
Received:   ${formatInstant(Date.parse(result.submittedAt), timeZone)} (${zoneInWords(timeZone)}); ${result.submittedAt}
Score:      ${result.correct} of ${result.outOf} correct; pass mark ${version.passMark}%
Outcome:    ${result.passed ? `passed; ${pointsText(result.points)}, ${version.pointType}` : 'not passed'}

The signed receipt (a JSON Web Signature) is the line below. The key that proves it is at
${origin}/.well-known/jwks.json

${receipt}
`
  const name = `receipt-${version.reference.replaceAll(/[^A-Za-z0-9-]+/g, '-')}-attempt-${result.attemptNumber}.txt`
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
