import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { SanityClient } from '@sanity/client'

const passedOn = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag']

/** Where the dataset's files are, without a slash at the end: at the embedded lake, or with Sanity's files. */
export function filesAddress(client: SanityClient): string {
  const { projectId, dataset } = client.config()
  return `${uploadsOrigin(client)}/files/${projectId}/${dataset}`
}

/** Where images and files of the dataset are fetched from. */
export function uploadsOrigin(client: SanityClient): string {
  const { apiHost } = client.config()
  return apiHost === 'https://api.sanity.io' ? 'https://cdn.sanity.io' : new URL(apiHost).origin
}

/**
 * Hands on a video or its captions, part by part as players ask for it. On the site these files lie beside the pages;
 * the preview fetches them when they are wanted.
 *
 * @param name as in `/media/<name>`.
 */
export async function sendUpload(
  request: IncomingMessage,
  response: ServerResponse,
  client: SanityClient,
  name: string,
): Promise<void> {
  const { range } = request.headers
  const found = await fetch(`${filesAddress(client)}/${name}`, {
    method: request.method === 'HEAD' ? 'HEAD' : 'GET',
    ...(range !== undefined && { headers: { range } }),
  })
  const headers = passedOn.flatMap((header) => {
    const value = found.headers.get(header)
    return value === null ? [] : [[header, value] as const]
  })
  response.writeHead(found.status, {
    ...Object.fromEntries(headers),
    'cache-control': 'private, max-age=3600',
  })
  if (found.body === null) {
    response.end()
    return
  }
  // A player that seeks breaks off; that is no error.
  await pipeline(Readable.fromWeb(found.body as NodeStream), response).catch(() => undefined)
}
