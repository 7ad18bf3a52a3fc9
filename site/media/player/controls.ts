import { memory } from './memory.ts'
import { actionOf } from './shortcuts.ts'
import { nextSpeed, readSpeed } from './speeds.ts'

const remembered = 'player-speed'

/** Adds to the browser’s own controls a choice of speed, and keys that work while the player has the focus. */
export function addControls(frame: HTMLElement, video: HTMLVideoElement): void {
  const select = frame.querySelector<HTMLSelectElement>('[data-speed]')
  const status = frame.querySelector('[data-status]')
  const say = (text: string) => {
    if (status) status.textContent = text
  }

  video.playbackRate = video.defaultPlaybackRate = readSpeed(memory.read(remembered))
  const show = () => {
    if (select) select.value = String(video.playbackRate)
  }
  show()
  // The browser’s own menu changes the speed as well.
  video.addEventListener('ratechange', () => {
    show()
    memory.write(remembered, String(video.playbackRate))
  })
  select?.addEventListener('change', () => {
    video.playbackRate = Number(select.value)
  })

  video.addEventListener('keydown', (pressed) => {
    const action = actionOf(pressed)
    if (action === undefined) return
    pressed.preventDefault()
    switch (action.kind) {
      case 'play':
        if (video.paused) video.play().catch(() => undefined)
        else video.pause()
        return
      case 'skip':
        video.currentTime += action.seconds
        return
      case 'speed':
        video.playbackRate = nextSpeed(video.playbackRate, action.step)
        return say(`Speed ${video.playbackRate}`)
      case 'mute':
        video.muted = !video.muted
        return say(video.muted ? 'Sound off' : 'Sound on')
      case 'captions': {
        const [track] = video.textTracks
        if (!track) return
        track.mode = track.mode === 'showing' ? 'hidden' : 'showing'
        return say(track.mode === 'showing' ? 'Captions on' : 'Captions off')
      }
    }
  })
}
