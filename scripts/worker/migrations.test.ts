import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from './migrations.ts'

const migrations = join(import.meta.dirname, '../../edge/migrations')
const folder = mkdtempSync(join(tmpdir(), 'migrations-test-'))
let runtime: Miniflare

beforeAll(() => {
  runtime = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: 'migrations',
          modules: [
            {
              type: 'ESModule',
              path: 'worker.js',
              contents: 'export default { fetch: () => new Response() }',
            },
          ],
          d1Databases: ['DB'],
        },
      ],
    }),
  )
})
afterAll(async () => {
  await runtime.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test('awards from before there were certificates get one each, as of their own day', async () => {
  for (const name of readdirSync(migrations).filter((each) => each < '0003')) {
    cpSync(join(migrations, name), join(folder, name))
  }
  const database = await runtime.getD1Database('DB')
  await applyMigrations(database, folder)
  const version = 'a'.repeat(64)
  const competencies = '[{"id":"c","registrantType":"optometrist","title":"Ocular disease"}]'
  await database.batch([
    database.prepare(`INSERT INTO exam_version VALUES ('${version}', 'e1', '{}', 0)`),
    database.prepare(`INSERT INTO exam_version VALUES ('${'b'.repeat(64)}', 'e2', '{}', 0)`),
    ...['e1', 'e2'].map((exam, index) =>
      database.prepare(
        `INSERT INTO exam VALUES ('${exam}', '${(index === 0 ? 'a' : 'b').repeat(64)}', 3, '', '', '', 0, 9999, 0)`,
      ),
    ),
    ...['m1', 'm2', 'm3'].map((member) =>
      database.prepare(
        `INSERT INTO member VALUES ('${member}', 'i', '${member}', 'Sample ${member}', 'G-${member}', NULL, '["optometrist"]', 0, 0)`,
      ),
    ),
    ...['m1', 'm2', 'm3'].flatMap((member) =>
      ['e1', 'e2'].flatMap((exam, index) => {
        const name = (index === 0 ? 'a' : 'b').repeat(64)
        return [
          database.prepare(
            `INSERT INTO attempt VALUES ('${member}', '${exam}', '${exam}', '${name}', 1, '[]', '', 2, 2, 1, 5, '{}')`,
          ),
          database
            .prepare(
              `INSERT INTO award VALUES (?1, ?2, ?3, ?3, ?4, 'Exam', 'Item', 'C-1', 1, 'interactive', ?5, 7)`,
            )
            .bind(`${member}-${exam}`, member, exam, name, competencies),
        ]
      }),
    ),
  ])

  await applyMigrations(database, migrations)
  const { results } = await database
    .prepare('SELECT * FROM certificate ORDER BY award')
    .all<Record<string, unknown>>()
  expect(results.map(({ id: _, ...row }) => row)).toEqual(
    ['m1', 'm2', 'm3'].flatMap((member) =>
      ['e1', 'e2'].map((exam) => ({
        award: `${member}-${exam}`,
        member,
        attempt: exam,
        holder: `Sample ${member}`,
        goc_number: `G-${member}`,
        registrant_types: '["optometrist"]',
        exam_title: 'Exam',
        item_title: 'Item',
        reference: 'C-1',
        points: 1,
        point_type: 'interactive',
        competencies,
        passed_at: 7,
        issued_at: 7,
        pack: null,
      })),
    ),
  )
  const ids = results.map(({ id }) => String(id))
  expect(new Set(ids).size).toBe(6)
  for (let place = 0; place < 28; place += 1) {
    expect(new Set(ids.map((id) => id.charAt(place))).size, ids.join(' ')).toBeGreaterThan(1)
  }
})
