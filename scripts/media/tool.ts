import { spawnSync } from 'node:child_process'
import { UserError } from '../user-error.ts'

/**
 * Runs a program to its end.
 *
 * @throws UserError MEDIA_TOOL_MISSING when it is not installed, MEDIA_TOOL_FAILED with its last words when it fails.
 */
export function runTool(program: 'ffmpeg' | 'ffprobe' | 'espeak-ng', args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.error !== undefined) {
    throw new UserError(
      'MEDIA_TOOL_MISSING',
      `The clip is made with ffmpeg (with libx264) and espeak-ng, and ${program} does not start (${done.error.message}).`,
      'Install both (on Debian: apt-get install ffmpeg espeak-ng). They are needed only to make the clip again: the finished one is in scripts/seed/assets/video.',
    )
  }
  if (done.status !== 0) {
    throw new UserError(
      'MEDIA_TOOL_FAILED',
      `${program} ended with status ${done.status}: ${done.stderr.trim().split('\n').slice(-4).join(' ')}`,
      'Nothing was replaced. Check the installed version, then run the command again.',
    )
  }
  return done.stdout
}
