// Makes the small HLS stream that tests play: a counting picture and a tone, twelve seconds, in four parts.
// It is committed, because the machines that test have no ffmpeg; run this only to make it again.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportAndExit } from '../user-error.ts'
import { runTool } from './tool.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures/stream')
const seconds = 12

try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'small'), { recursive: true })
  encode()
  writeFileSync(join(folder, 'index.m3u8'), index())
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  console.log(`${files.length} files, ${Math.ceil(bytes / 1024)} kB`)
} catch (error) {
  reportAndExit(error)
}

function encode(): void {
  runTool('ffmpeg', [
    ...['-y', '-hide_banner', '-loglevel', 'error'],
    ...['-f', 'lavfi', '-i', `testsrc=size=192x108:rate=10:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=22050:duration=${seconds}`],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'main',
      '-level',
      '1.1',
      '-pix_fmt',
      'yuv420p',
      '-b:v',
      '24k',
      '-g',
      '30',
      '-sc_threshold',
      '0',
    ],
    ...['-c:a', 'aac', '-b:a', '16k', '-ac', '1'],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
    ...['-f', 'hls', '-hls_time', '3', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', join(folder, 'small', 'part-%d.m4s')],
    join(folder, 'small', 'list.m3u8'),
  ])
}

/** The list of variants: one, for a player that chooses. */
function index(): string {
  const bandwidth = 60_000
  const about = `BANDWIDTH=${bandwidth},RESOLUTION=192x108,CODECS="avc1.4d400b,mp4a.40.2"`
  return `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-STREAM-INF:${about}\nsmall/list.m3u8\n`
}
