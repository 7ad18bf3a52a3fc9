// The video page: the browser’s own player, and what it does not offer. Without script, chapters and passages are links to
// the video at a moment and the transcript is text.
import { addControls } from './controls.ts'
import { followAlong } from './follow.ts'
import { offerToGoOn } from './resume.ts'
import { playStream } from './stream.ts'

const frame = document.querySelector<HTMLElement>('[data-player]')
const video = frame?.querySelector('video')
const article = frame?.closest('article')

if (frame && video && article) {
  const goTo = (seconds: number) => {
    video.currentTime = seconds
    video.focus()
    // A browser may refuse to play; the player then stands at the moment, ready for its own button.
    video.play().catch(() => undefined)
  }
  article.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-seek]') : null
    const seconds = link?.dataset['seek']
    if (seconds === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goTo(Number(seconds))
  })
  // The page costs nothing of the film; whoever turns to the player is told its length there as well.
  const getReady = () => {
    video.preload = 'metadata'
  }
  for (const turn of ['pointerenter', 'focus']) video.addEventListener(turn, getReady, { once: true })
  addControls(frame, video)
  followAlong(article, video)
  offerToGoOn(frame, video, goTo)
  for (const part of article.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false
  if (frame.dataset['stream']) void playStream(video, frame.dataset['stream'])
}
