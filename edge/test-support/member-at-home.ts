import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { ExamVersion } from '../../core/index.ts'
import type { Profile } from '../sign-in/claims.ts'
import { rightAnswers, sampleExam, wrongAnswers } from './sample-exam.ts'
import { openSite, origin, type SiteUnderTest } from './site-under-test.ts'

/** A signed-in member with a browser that runs no script. */
export type MemberAtHome = {
  readonly site: SiteUnderTest
  readonly id: string
  readonly cookie: string
  get(to: string): Promise<Response>
  page(to: string): Promise<string>
  /** Sends a form of this site; a field of several values is a list. */
  post(to: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>
  /** Moves the server's clock, with the member signed in as if they had come just then. */
  comeBack(instant: string): Promise<void>
  /** Sits an exam, in the version that was released for it first unless another is named; returns the ID of the attempt. */
  sit(exam: string, right?: boolean, version?: string): Promise<string>
}

/** Competencies of the fixture's pack. */
const competencies = {
  'exam-tear-film': [
    { id: 'competency-1', title: 'Ocular examination', registrantType: 'optometrist' },
    { id: 'competency-2', title: 'Ocular disease', registrantType: 'optometrist' },
  ],
  'exam-lens-care': [{ id: 'competency-3', title: 'Contact lenses', registrantType: 'optometrist' }],
  'exam-low-vision': [{ id: 'competency-4', title: 'Low vision', registrantType: 'dispensing-optician' }],
} satisfies Record<string, ExamVersion['competencies']>

/** Releases the exams of the fixture's pack and signs a member in. */
export async function memberAtHome(
  profile: Partial<Profile> = {},
  site: SiteUnderTest = openSite(),
): Promise<MemberAtHome> {
  const versions = await site.release(
    Object.entries(competencies).map(([exam, covered]) => ({
      version: sampleExam(exam, { competencies: [...covered], title: `Exam: ${exam}` }),
    })),
  )
  const { id, cookie } = await site.signIn(profile)
  const get = (to: string) => site.fetch(to, { headers: { cookie, accept: 'text/html' } })
  return {
    site,
    id,
    cookie,
    get,
    page: async (to) => (await get(to)).text(),
    post: (to, fields = {}) =>
      site.fetch(to, {
        method: 'POST',
        headers: { origin, cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
        ).toString(),
      }),
    async comeBack(instant) {
      site.now = Date.parse(instant)
      await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
        .bind(site.now, id)
        .run()
    },
    async sit(exam, right = true, version = versions.get(exam)) {
      const attempt = crypto.randomUUID()
      const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify({
          attempt,
          version,
          answers: right ? rightAnswers : wrongAnswers,
        }),
      })
      expect(answer.status).toBe(201)
      return attempt
    },
  }
}
