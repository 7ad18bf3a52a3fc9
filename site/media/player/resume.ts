import { clockTime } from '../../text/clock-time.ts'
import { memory } from './memory.ts'
import { isFinished, placeToKeep, readPlace } from './place.ts'

/** How far a video may go on before its place is stored again, in seconds. */
const grain = 5

/**
 * Offers to go on where a member stopped watching on this device. The place belongs to one member: `data-member` of the
 * page is a pseudonym of whoever is signed in, and without it nothing is kept.
 *
 * @param goTo plays from a time in seconds.
 */
export function offerToGoOn(
  frame: HTMLElement,
  video: HTMLVideoElement,
  goTo: (seconds: number) => void,
): void {
  const { member } = document.body.dataset
  const { item, duration } = frame.dataset
  const offer = frame.querySelector<HTMLElement>('[data-offer]')
  if (!member || !item || !offer) return
  const name = `video-place:${member}:${item}`
  const length = () => (Number.isFinite(video.duration) ? video.duration : Number(duration))

  const place = readPlace(memory.read(name), length())
  if (place !== undefined) {
    for (const each of offer.querySelectorAll('[data-place]')) each.textContent = clockTime(place)
    offer.hidden = false
    offer.addEventListener('click', (event) => {
      const pressed = event.target instanceof Element ? event.target.closest('button') : null
      if (!pressed) return
      const forget = pressed.matches('[data-forget]')
      if (forget) memory.write(name, undefined)
      // The focus may not be left on a button that goes.
      video.focus()
      offer.hidden = true
      if (!forget) goTo(place)
    })
  }

  let stored = 0
  const keep = () => {
    if (video.currentTime === 0) return
    stored = video.currentTime
    if (isFinished(video.currentTime, length())) {
      memory.write(name, undefined)
      return
    }
    const here = placeToKeep(video.currentTime, length())
    if (here !== undefined) memory.write(name, String(here))
  }
  video.addEventListener('timeupdate', () => {
    if (!video.paused && Math.abs(video.currentTime - stored) >= grain) keep()
  })
  for (const moment of ['pause', 'ended']) video.addEventListener(moment, keep)
  addEventListener('pagehide', keep)
}
