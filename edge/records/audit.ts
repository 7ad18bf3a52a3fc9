import { canonicalJson, type Json } from '../../core/index.ts'

/** Something that happened, for good. `at` is milliseconds of the Unix epoch; `detail` holds no name and no secret. */
export type AuditEvent = {
  readonly at: number
  readonly kind: 'member.signed-in' | 'attempt.accepted' | 'exams.released'
  readonly member: string | undefined
  readonly detail: Json
}

/** The statement that writes an event, to go into the batch of what it tells. */
export function auditEvent(db: D1Database, event: AuditEvent): D1PreparedStatement {
  return db
    .prepare('INSERT INTO audit_event (at, kind, member, detail) VALUES (?, ?, ?, ?)')
    .bind(event.at, event.kind, event.member ?? null, canonicalJson(event.detail))
}
