import {
  type Certificate,
  competenciesByType,
  printedCertificateId,
  registrantTypeTitle,
} from '../../core/index.ts'
import { formatInstant } from '../pages/dates.ts'
import { capital } from '../pages/words.ts'

/** Deadlines of the field are London's, and so are the times on its certificates. */
const zone = 'Europe/London'

/** One thing that a certificate says: a label and what stands behind it, in one or more lines. */
export type Statement = { readonly label: string; readonly lines: readonly string[] }

/** The path of the page on which anybody can check a certificate. */
export function verifyPath(id: string): string {
  return `/verify/${id}/`
}

/** The path of a certificate's page in its holder's own room. */
export function certificatePath(id: string): string {
  return `/my-cet/certificates/${id}/`
}

/** An instant as certificates print it. */
export function printedInstant(instant: number): string {
  return formatInstant(instant, zone)
}

/** Points with their scheme and type: `1 CET point, non-interactive`. */
export function printedPoints({ points, pointType, pack }: Certificate): string {
  const scheme = pack === undefined ? '' : `${pack.scheme.abbreviation} `
  return `${points} ${scheme}${points === 1 ? 'point' : 'points'}, ${pointType}`
}

/**
 * Everything that a certificate says beside its holder's name, in the order in which pages and documents show it. Pages,
 * documents and the check all take it from here, so they cannot differ.
 */
export function statements(certificate: Certificate): readonly Statement[] {
  const { pack } = certificate
  const units = pack?.scheme.unitPlural ?? 'competencies'
  return [
    ...(certificate.gocNumber === undefined ? [] : [{ label: 'GOC number', lines: [certificate.gocNumber] }]),
    ...(certificate.registrantTypes.length === 0
      ? []
      : [
          {
            label: 'Registered as',
            lines: certificate.registrantTypes.map((code) => registrantTypeTitle(certificate, code)),
          },
        ]),
    { label: 'Learning', lines: [certificate.itemTitle] },
    { label: 'Exam', lines: [certificate.examTitle] },
    { label: 'Points', lines: [printedPoints(certificate)] },
    { label: 'Reference', lines: [certificate.reference] },
    ...competenciesByType(certificate).map(({ type, titles }) => ({
      label: `${capital(units)}, ${type}`,
      lines: titles,
    })),
    { label: 'Passed', lines: [printedInstant(certificate.passedAt)] },
    ...(pack === undefined
      ? []
      : [
          { label: 'Scheme', lines: [`${pack.scheme.title} (${pack.scheme.abbreviation})`] },
          { label: 'Cycle', lines: [pack.cycle] },
          { label: 'Issued by', lines: [pack.title] },
        ]),
    { label: 'Issued', lines: [printedInstant(certificate.issuedAt)] },
    { label: 'Certificate ID', lines: [printedCertificateId(certificate.id)] },
  ]
}

/** What a certificate is good for, and what it is not. */
export function evidenceStatement({ pack }: Certificate): string {
  const points = pack === undefined ? 'points' : `${pack.scheme.abbreviation} points`
  const regulator = pack?.scheme.regulator ?? 'regulator'
  return `This certificate is evidence of having passed the exam that it names. Which ${points} count is decided by the record of the ${regulator}.`
}
