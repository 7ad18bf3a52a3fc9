import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { openSite } from '../test-support/site-under-test.ts'
import { packFacts, packFactsIfAny } from './facts.ts'

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

test('whoever can do without asks once, and an outage is not remembered', async () => {
  const { edge } = openSite()
  const real = await env.ASSETS.fetch('http://localhost:8787/pack.json')
  const body = await real.text()
  let asked = 0
  let answer = async () => new Response(body)
  const assets = {
    ...env.ASSETS,
    fetch: () => {
      asked += 1
      return answer()
    },
  }
  answer = () => Promise.reject(new Error('The files cannot be reached.'))
  expect(await packFactsIfAny({ ...edge, assets })).toBeUndefined()
  answer = async () => new Response('{}', { status: 500 })
  expect(await packFactsIfAny({ ...edge, assets })).toBeUndefined()
  answer = async () => new Response(body)
  expect((await packFactsIfAny({ ...edge, assets }))?.title).toBe('Sample pack')
  expect((await packFactsIfAny({ ...edge, assets }))?.title).toBe('Sample pack')
  expect(asked).toBe(3)
  const unbuilt = { ...env.ASSETS, fetch: async () => new Response(null, { status: 404 }) }
  expect(await packFactsIfAny({ ...edge, assets: unbuilt })).toBeUndefined()
})
