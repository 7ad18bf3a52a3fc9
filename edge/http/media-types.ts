/** Content types of media by the ending of its name: what browsers want for video, captions and HTTP Live Streaming. */
const types: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4s: 'video/mp4',
  ts: 'video/mp2t',
  aac: 'audio/aac',
  m3u8: 'application/vnd.apple.mpegurl',
  vtt: 'text/vtt; charset=utf-8',
}

/** The content type of a media file; undefined for an ending that no medium of this site has. */
export function mediaTypeOf(name: string): string | undefined {
  return types[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? '']
}
