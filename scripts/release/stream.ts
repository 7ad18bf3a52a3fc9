import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { mediaNamePattern, streamPathPattern } from '../../core/index.ts'
import { UserError } from '../user-error.ts'
import { putMedia } from './media-store.ts'
import type { WorkerAddress } from './worker-client.ts'

/**
 * Puts an HLS stream into the media store: all files of a folder, the playlists last, so that none names a part that
 * is not there yet.
 *
 * @param name in lower-case letters, digits and hyphens; another version of a stream gets another name.
 * @returns the path for the field “Stream” of a video.
 * @throws UserError RELEASE_STREAM_INVALID; nothing has been sent then. Others: see `putMedia`.
 */
export async function putStream(worker: WorkerAddress, folder: string, name: string): Promise<string> {
  const path = `/media/streams/${name}/index.m3u8`
  if (!streamPathPattern.test(path)) throw invalid(`“${name}” is not a name of a stream.`)
  const files = filesOf(folder).map((file) => ({ file, name: `streams/${name}/${file}` }))
  if (!files.some(({ file }) => file === 'index.m3u8')) throw invalid(`${folder} has no index.m3u8.`)
  const strange = files.filter((each) => !/\.(?:m3u8|ts|m4s|mp4|aac|vtt)$/.test(each.name))
  const badly = files.filter((each) => !mediaNamePattern.test(each.name))
  const [wrong] = [...strange, ...badly]
  if (wrong !== undefined) throw invalid(`${join(folder, wrong.file)} is no part of a stream.`)
  const isList = ({ file }: { file: string }) => Number(file.endsWith('.m3u8'))
  for (const each of files.sort((a, b) => isList(a) - isList(b))) {
    await putMedia(worker, each.name, join(folder, each.file))
  }
  return path
}

/** Files below a folder, by paths with forward slashes; hidden ones are no part of anything. */
function filesOf(folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    throw invalid(`${folder} cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  }
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !/(?:^|\/)\./.test(name))
    .sort()
}

function invalid(what: string): UserError {
  return new UserError(
    'RELEASE_STREAM_INVALID',
    what,
    'Give a folder with index.m3u8 and its playlists (.m3u8) and parts (.ts, .m4s, .mp4, .aac, .vtt), and a name in lower-case letters, digits and hyphens.',
  )
}
