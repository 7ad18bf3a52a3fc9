import { memory } from './memory.ts'
import { partAt } from './passages.ts'

const remembered = 'transcript-follows'

/**
 * Marks the chapter and the passage of the transcript that are on, and keeps the passage in sight within the transcript’s own
 * frame. A reader who scrolls the frame switches that off, and the switch shows it.
 */
export function followAlong(article: HTMLElement, video: HTMLVideoElement): void {
  const frame = article.querySelector<HTMLElement>('[data-transcript]')
  const toggle = article.querySelector<HTMLInputElement>('[data-follow]')
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const chapters = partsOf(article, '[data-chapter]')
  const passages = partsOf(article, '[data-passage]')

  if (toggle) {
    toggle.checked = memory.read(remembered) !== 'no'
    toggle.addEventListener('change', () => {
      memory.write(remembered, toggle.checked ? undefined : 'no')
      if (toggle.checked) bringIntoSight()
    })
  }
  const release = () => {
    if (toggle) toggle.checked = false
  }
  frame?.addEventListener('wheel', release, { passive: true })
  frame?.addEventListener('touchmove', release, { passive: true })
  // On the frame itself and on nothing in it: the scroll bar.
  frame?.addEventListener('pointerdown', (event) => event.target === frame && release())
  frame?.addEventListener('keydown', (event) => /^(?:Arrow|Page|Home|End)/.test(event.key) && release())

  function bringIntoSight(): void {
    const passage = passages.current()
    // Nor is a link moved away from under somebody’s focus.
    if (!frame || !passage || !toggle?.checked || frame.contains(document.activeElement)) return
    const space = (frame.clientHeight - passage.offsetHeight) / 3
    const top =
      passage.getBoundingClientRect().top -
      frame.getBoundingClientRect().top +
      frame.scrollTop -
      Math.max(space, 0)
    frame.scrollTo({ top, behavior: calm.matches ? 'instant' : 'smooth' })
  }

  const look = () => {
    chapters.mark(video.currentTime)
    if (passages.mark(video.currentTime)) bringIntoSight()
  }
  for (const moment of ['timeupdate', 'seeking', 'play']) video.addEventListener(moment, look)
}

/** Elements that stand for parts of the video, each with its start in seconds; one of them is marked at a time. */
function partsOf(article: HTMLElement, selector: string) {
  const elements = Array.from(article.querySelectorAll<HTMLElement>(selector))
  const starts = elements.map(({ dataset }) => Number(dataset['chapter'] ?? dataset['passage']))
  let marked: HTMLElement | undefined
  return {
    current: () => marked,
    /** Marks the part that is on; says whether it is another one than before. */
    mark(at: number): boolean {
      const next = elements[partAt(starts, at)]
      if (next === marked) return false
      marked?.removeAttribute('aria-current')
      next?.setAttribute('aria-current', 'true')
      marked = next
      return true
    },
  }
}
