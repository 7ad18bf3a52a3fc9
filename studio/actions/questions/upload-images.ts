import type { SanityClient } from '@sanity/client'
import { bytesOfBase64, figureOf, type Question, type QuestionImage } from '../../../core/questions/index.ts'

/**
 * Uploads the images of questions, where an exam can hold them. An image that the dataset has already is not stored again: assets are named by their
 * content.
 *
 * @param client - of the dataset
 * @param questions - those that are imported
 * @param onProgress - told how many images are done, of how many
 * @param signal - ends uploading early
 * @returns the asset ID for each question, `undefined` where it has no image
 * @throws Error naming the image that could not be uploaded and why
 */
export async function uploadImages(
  client: SanityClient,
  questions: readonly Question[],
  onProgress: (done: number, outOf: number) => void,
  signal: AbortSignal,
): Promise<(string | undefined)[]> {
  const images = questions.map(figureOf)
  const outOf = images.filter((image) => image !== undefined).length
  const assets: (string | undefined)[] = []
  let done = 0
  for (const image of images) {
    signal.throwIfAborted()
    if (image === undefined) {
      assets.push(undefined)
      continue
    }
    onProgress(done, outOf)
    assets.push(await upload(client, image))
    done += 1
  }
  return assets
}

async function upload(client: SanityClient, image: QuestionImage): Promise<string> {
  try {
    const bytes = bytesOfBase64(image.data)
    const asset = await client.assets.upload('image', new Blob([bytes], { type: image.mediaType }), {
      filename: image.name,
      contentType: image.mediaType,
    })
    return asset._id
  } catch (error) {
    throw new Error(
      `“${image.name}” could not be uploaded: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    )
  }
}
