import { createPreviewSecret } from '@sanity/preview-url-secret/create-secret'
import type { RunningPack } from './pack.ts'

/**
 * Lets somebody into the preview as Studio does: with a secret that it writes into the dataset.
 *
 * @returns the cookie that the preview gave.
 */
export async function letIntoPreview({ client, studio, preview }: RunningPack): Promise<string> {
  const { secret } = await createPreviewSecret(
    client(),
    'sanity/presentation',
    `${studio}/presentation`,
    'edith',
  )
  const enable = new URL('/api/draft-mode/enable', preview)
  enable.searchParams.set('sanity-preview-secret', secret)
  enable.searchParams.set('sanity-preview-perspective', 'drafts')
  const answer = await fetch(enable, { redirect: 'manual' })
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';')
  if (answer.status !== 307 || !cookie) throw new Error(`The preview let nobody in: ${answer.status}`)
  return cookie
}

/** A page of the preview as text. */
export async function previewPage(pack: RunningPack, cookie: string, path: string): Promise<string> {
  const answer = await fetch(pack.preview + path, { headers: { cookie } })
  return await answer.text()
}
