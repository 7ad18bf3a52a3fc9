import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documents } from '../scripts/seed/index.ts'
import { buildSite } from './build.ts'
import { builtFiles } from './test-support/built-files.ts'
import { type SampleLake, sampleLake } from './test-support/sample-lake.ts'

// What comes after CET is content: other units under another name, other requirements, one more role. Nothing here
// touches code, only documents.

const unit = (code: string, order: number) => ({
  _type: 'reference',
  _ref: `competency-cpd-2022-${code}-${order}`,
  _key: `${code}-${order}`,
})

let lake: SampleLake
let files: Map<string, Buffer>
const page = (path: string) => files.get(`${path}index.html`)?.toString('utf8') ?? ''

beforeAll(async () => {
  lake = await sampleLake()
  const ofTheScheme = documents.filter(({ _id, _type }) => _type === 'registrantType' || _id.includes('-cpd'))
  expect(ofTheScheme.map(({ _type }) => _type)).toEqual(
    expect.arrayContaining(['scheme', 'cycle', 'framework', 'competency', 'registrantType']),
  )
  const write = lake.client.transaction()
  for (const document of ofTheScheme) write.createOrReplace(document)
  write
    .createOrReplace({
      _id: 'registrantType-independent-prescriber',
      _type: 'registrantType',
      title: 'Independent prescriber',
      code: 'independent-prescriber',
      abbreviation: 'IP',
      order: 5,
    })
    .createOrReplace({
      _id: 'competency-cpd-2022-independent-prescriber-1',
      _type: 'competency',
      title: 'Professionalism',
      framework: { _type: 'reference', _ref: 'framework-cpd-2022' },
      registrantType: { _type: 'reference', _ref: 'registrantType-independent-prescriber' },
      order: 1,
    })
    .patch('pack-sample', { set: { framework: { _type: 'reference', _ref: 'framework-cpd-2022' } } })
    // One unit of the old framework stays: it must not be counted in the new one.
    .patch('article-red-eye', {
      set: {
        'learningObjectives[0].competencies': [
          unit('optometrist', 1),
          unit('therapeutic-prescriber', 1),
          unit('therapeutic-prescriber', 5),
          { _type: 'reference', _ref: 'competency-optometrist-1', _key: 'old' },
        ],
      },
    })
    .patch('video-slit-lamp', {
      set: {
        'learningObjectives[0].competencies': [unit('optometrist', 2), unit('independent-prescriber', 1)],
      },
    })
  await write.commit()
  const outDir = join(lake.folder, 'site')
  await buildSite({
    outDir,
    examVersions: lake.environment['EXAM_VERSIONS'] ?? '',
    cache: lake.environment['SITE_CACHE'] ?? '',
    environment: lake.environment,
  })
  files = await builtFiles(outDir)
})
afterAll(async () => {
  await lake?.stop()
})

/** The cells of a table, row by row, without markup. */
function cells(html: string): string[][] {
  return Array.from(html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g), ([, row = '']) =>
    Array.from(row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g), ([, cell = '']) =>
      cell
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  )
}

test('the front page counts domains by role, and calls scheme and cycle by their names', () => {
  const html = page('')
  expect(html).toContain('CPD · 2022 to 2024')
  expect(html).toContain('Domains covered')
  expect(html.replaceAll(/\s+/g, ' ')).toContain('5 of 19 domains')
  expect(html).not.toMatch(/competenc(?!ies\/)/i)
  expect(cells(html).slice(1)).toEqual([
    ['Optometrist', '2 of 4'],
    ['Dispensing optician', '0 of 4'],
    ['Therapeutic prescriber', '2 of 5'],
    ['Contact lens optician', '0 of 5'],
    ['Independent prescriber', '1 of 1'],
  ])
})

test('the requirements are those of the scheme, role by role, with how sure they are', () => {
  const html = page('cet/competencies/')
  expect(html).toContain('<h1>Domains and requirements</h1>')
  expect(cells(html)).toEqual(
    expect.arrayContaining([
      ['Points in all', '36', '36', '54, of which 18 specialty points', '36, of which 18 specialty points'],
      ['Led by a provider', ...Array.from({ length: 4 }, () => 'At least 18')],
      ['Each domain of the type', ...Array.from({ length: 4 }, () => 'At least one point')],
      ['Peer review', ...Array.from({ length: 4 }, () => 'At least 1')],
      ['How sure is this?', ...Array.from({ length: 4 }, () => 'General knowledge, to be checked')],
      ['Specialty: therapeutic prescribing', 'Red eye &amp; white lies'],
      ['Specialty: contact lenses', 'Not covered'],
    ]),
  )
  expect(html).toContain('You record what you have done')
})

test('an item names the domains that it counts towards, and no unit of another scheme', () => {
  const html = page('cet/active/red-eye/')
  expect(html).toContain('<dt>Domains</dt>')
  expect(html).toContain('Professionalism; Specialty: therapeutic prescribing')
  expect(html).not.toContain('Competency 1.1')
})
