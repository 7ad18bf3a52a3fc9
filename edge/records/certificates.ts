import { z } from 'zod'
import {
  type Certificate,
  type CertificatePack,
  canonicalJson,
  certificatePackSchema,
  certificateSchema,
  type ExamVersion,
} from '../../core/index.ts'

/** That a certificate does not stand any more. */
export type Withdrawal = {
  /** Milliseconds of the Unix epoch. */
  readonly at: number
  readonly reason: string
  /** The ID of the certificate that stands instead, if any. */
  readonly replacedBy: string | undefined
}

/** A certificate and what has become of it. */
export type IssuedCertificate = {
  readonly certificate: Certificate
  readonly withdrawal: Withdrawal | undefined
}

/** What a certificate is issued with; all else it says is the award's. */
export type Issue = {
  /** See `certificateIdFrom`. */
  readonly id: string
  readonly pack: CertificatePack | undefined
}

/**
 * The statement that issues the certificate of an award, to go before it into the batch that records it. The holder's
 * name, number and types are copied from the member as they are at that moment.
 */
export function issueCertificate(
  db: D1Database,
  issue: Issue,
  award: {
    readonly id: string
    readonly member: string
    readonly attempt: string
    readonly version: ExamVersion
    readonly points: number
    readonly awardedAt: number
  },
): D1PreparedStatement {
  const { version } = award
  return db
    .prepare(
      `INSERT INTO certificate (id, award, member, attempt, holder, goc_number, registrant_types, exam_title,
         item_title, reference, points, point_type, competencies, passed_at, issued_at, pack)
       SELECT ?1, ?2, id, ?4, name, goc_number, registrant_types, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12
       FROM member WHERE id = ?3`,
    )
    .bind(
      issue.id,
      award.id,
      award.member,
      award.attempt,
      version.title,
      version.item.title,
      version.reference,
      award.points,
      version.pointType,
      canonicalJson(version.competencies),
      award.awardedAt,
      issue.pack === undefined ? null : canonicalJson(issue.pack),
    )
}

const row = z
  .object({
    id: z.string(),
    holder: z.string(),
    goc_number: z.string().nullable(),
    registrant_types: z.string(),
    exam_title: z.string(),
    item_title: z.string(),
    reference: z.string(),
    points: z.number(),
    point_type: z.string(),
    competencies: z.string(),
    passed_at: z.number(),
    issued_at: z.number(),
    pack: z.string().nullable(),
    withdrawn_at: z.number().nullable(),
    reason: z.string().nullable(),
    replaced_by: z.string().nullable(),
  })
  .transform(
    (found): IssuedCertificate => ({
      certificate: certificateSchema.parse({
        id: found.id,
        holder: found.holder,
        gocNumber: found.goc_number ?? undefined,
        registrantTypes: JSON.parse(found.registrant_types),
        examTitle: found.exam_title,
        itemTitle: found.item_title,
        reference: found.reference,
        points: found.points,
        pointType: found.point_type,
        competencies: JSON.parse(found.competencies),
        passedAt: found.passed_at,
        issuedAt: found.issued_at,
        pack: found.pack === null ? undefined : certificatePackSchema.parse(JSON.parse(found.pack)),
      }),
      withdrawal:
        found.withdrawn_at === null || found.reason === null
          ? undefined
          : {
              at: found.withdrawn_at,
              reason: found.reason,
              replacedBy: found.replaced_by ?? undefined,
            },
    }),
  )

const select = `SELECT certificate.*, withdrawal.at AS withdrawn_at, withdrawal.reason, withdrawal.replaced_by
  FROM certificate JOIN award ON award.id = certificate.award
  LEFT JOIN certificate_withdrawal AS withdrawal ON withdrawal.certificate = certificate.id`

/** Whoever's certificate of an ID; undefined when there is none. */
export async function findCertificate(db: D1Database, id: string): Promise<IssuedCertificate | undefined> {
  const found = await db.prepare(`${select} WHERE certificate.id = ?`).bind(id).first()
  return found === null ? undefined : row.parse(found)
}

/** A member's own certificate; undefined when they have none of that ID, whoever else may have. */
export async function findOwnCertificate(
  db: D1Database,
  member: string,
  id: string,
): Promise<IssuedCertificate | undefined> {
  const found = await db
    .prepare(`${select} WHERE certificate.member = ? AND certificate.id = ?`)
    .bind(member, id)
    .first()
  return found === null ? undefined : row.parse(found)
}

/** All certificates of a member, newest first. */
export async function certificatesOf(db: D1Database, member: string): Promise<IssuedCertificate[]> {
  const { results } = await db
    .prepare(`${select} WHERE certificate.member = ? ORDER BY passed_at DESC, certificate.id`)
    .bind(member)
    .all()
  return z.array(row).parse(results)
}

/** The ID of the certificate for a passed attempt of a member; undefined when it did not pass. */
export async function certificateOfAttempt(
  db: D1Database,
  member: string,
  attempt: string,
): Promise<string | undefined> {
  const id = await db
    .prepare(
      'SELECT certificate.id FROM certificate JOIN award ON award.id = certificate.award WHERE award.member = ? AND award.attempt = ?',
    )
    .bind(member, attempt)
    .first('id')
  return z.string().nullable().parse(id) ?? undefined
}
