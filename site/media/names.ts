/**
 * The public path of an uploaded file, on the site itself. The lake names a file by the SHA-1 of its bytes and its
 * extension (`file-<sha1>-mp4`), so the path changes with the bytes and may be cached for ever.
 *
 * @param assetId of a file asset.
 */
export function mediaPath(assetId: string): string {
  return `/media/${mediaName(assetId)}`
}

/** The file’s name below `/media/`; see {@link mediaPath}. */
export function mediaName(assetId: string): string {
  const [, digest, extension] = assetId.split('-')
  return `${digest}.${extension}`
}
