import type { SanityClient } from '@sanity/client'
import { base64OfBytes, type QuestionImage } from '../../../core/questions/index.ts'

/**
 * Fetches an image of the dataset with its bytes, to go with a question into a file.
 *
 * @param client - of the dataset
 * @param id - of the image's asset
 * @throws Error naming the image that could not be fetched and why
 */
export async function fetchImage(client: SanityClient, id: string): Promise<Omit<QuestionImage, 'alt'>> {
  const asset = await client.getDocument(id)
  const url = asset?.['url']
  if (typeof url !== 'string') throw new Error(`The image ${id} is no longer in the dataset.`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The image ${id} could not be fetched: HTTP ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const name = asset?.['originalFilename']
  const mediaType = asset?.['mimeType']
  return {
    name: typeof name === 'string' ? name : id,
    mediaType: typeof mediaType === 'string' ? mediaType : 'application/octet-stream',
    data: base64OfBytes(bytes),
  }
}
