import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { openSite } from '../test-support/site-under-test.ts'
import { packFacts } from './facts.ts'

test('the Worker reads the facts of the pack that it serves, and gives the file to nobody', async () => {
  const site = openSite()
  const facts = await packFacts(site.edge)
  expect(facts.items.map((item) => item.exam)).toEqual([
    'exam-tear-film',
    'exam-low-vision',
    'exam-lens-care',
  ])
  expect(await packFacts(site.edge)).toBe(facts)
  const { cookie } = await site.signIn()
  expect((await site.fetch('/pack.json', { headers: { cookie } })).status).toBe(404)
})

test('before the first build there are none, which is said', async () => {
  const { edge } = openSite()
  const assets = { ...env.ASSETS, fetch: async () => new Response(null, { status: 404 }) }
  await expect(packFacts({ ...edge, assets })).rejects.toMatchObject({
    problem: { code: 'request/not-found' },
  })
})
