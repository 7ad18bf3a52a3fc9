/**
 * Plays the page’s stream where the browser cannot by itself: fetches hls.js, which only such a page ever does. The video file
 * stays in the element and plays if the stream does not.
 *
 * @param path of the playlist.
 */
export async function playStream(video: HTMLVideoElement, path: string): Promise<void> {
  if (video.canPlayType('application/vnd.apple.mpegurl') !== '') return
  const { default: Hls, Events } = await import('hls.js/light')
  if (!Hls.isSupported()) return
  // A worker would have to be made of a blob, which the page’s policy forbids.
  const hls = new Hls({ enableWorker: false })
  hls.once(Events.MANIFEST_PARSED, () => {
    const at = video.currentTime
    const playing = !video.paused
    hls.attachMedia(video)
    if (at > 0) video.currentTime = at
    if (playing) video.play().catch(() => undefined)
  })
  hls.on(Events.ERROR, (_, { fatal, response }) => {
    // A part that the server refuses will not come later, and hls.js would ask again for half a minute.
    const status = response?.code ?? 0
    const refused = status >= 400 && status < 500
    if (!fatal && !refused) return
    const at = video.currentTime
    const playing = !video.paused
    hls.destroy()
    // Without an address of its own the element takes the file again.
    video.removeAttribute('src')
    video.load()
    video.currentTime = at
    if (playing) video.play().catch(() => undefined)
  })
  hls.loadSource(path)
}
