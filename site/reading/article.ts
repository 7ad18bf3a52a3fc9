// Follows the reader through an article: the contents list shows where they are, this device keeps it for next time, and
// the link beside a heading hands on its address. Everything is there without this script, but for the memory.
import { sectionParameter } from '../../core/section-link.ts'

const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.contents a'))
const resume = document.querySelector<HTMLElement>('[data-resume]')
const status = document.querySelector<HTMLElement>('.said')
const { member } = document.body.dataset
const key = `reading:${member}:${location.pathname}`

const target = (link: HTMLAnchorElement) => document.getElementById(decodeURI(link.hash.slice(1)))

/** Keeps a section, forgets it with an empty one, or only reads it. A browser that keeps nothing is none the worse. */
function place(section?: string): string {
  try {
    if (section === '') localStorage.removeItem(key)
    else if (section !== undefined && member) localStorage.setItem(key, section)
    return (member && localStorage.getItem(key)) || ''
  } catch {
    return ''
  }
}

const left = links.find(({ hash }) => hash === place())
const back = resume?.querySelector('a')
if (left && resume && back && !location.hash) {
  back.href = left.hash
  back.textContent = left.textContent
  resume.hidden = false
  resume.querySelector('button')?.addEventListener('click', () => {
    place('')
    resume.hidden = true
    document.querySelector('main')?.focus()
  })
}

let current: HTMLAnchorElement | undefined
const observer = new IntersectionObserver(
  () => {
    const now = links.findLast((link) => (target(link)?.getBoundingClientRect().top ?? 0) < innerHeight * 0.4)
    if (now === current) return
    current?.removeAttribute('aria-current')
    now?.setAttribute('aria-current', 'location')
    current = now
    // Who has come to the exam has read it all.
    if (now) place(links.indexOf(now) < links.findIndex(({ hash }) => hash === '#exam-call') ? now.hash : '')
  },
  // All that lies above counts as seen, so that a jump past several headings is noticed as well.
  { rootMargin: '99999px 0px -60%' },
)
for (const link of links) {
  const section = target(link)
  if (section) observer.observe(section)
}

document.addEventListener('click', async (event) => {
  const anchor =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.anchor') : undefined
  if (!anchor || !status || event.ctrlKey || event.metaKey || event.shiftKey) return
  // The link itself is followed as well, so the address bar shows the address in any case.
  const url = new URL(anchor.href)
  url.search = `?${sectionParameter}=${url.hash.slice(1)}`
  status.textContent = await ('share' in navigator && matchMedia('(pointer: coarse)').matches
    ? navigator.share({ title: document.title, url: url.href }).then(() => '')
    : navigator.clipboard.writeText(url.href).then(() => 'The address of this section was copied.')
  ).catch((error: unknown) =>
    error instanceof DOMException && error.name === 'AbortError'
      ? ''
      : 'The address of this section is in the address bar.',
  )
  setTimeout(() => {
    status.textContent = ''
  }, 6000)
})
