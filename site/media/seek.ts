// Chapters and passages are links to the video at a moment; where script runs, the page’s own player jumps there.
const player = document.querySelector('video')

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !player) return
  const seconds = event.target.closest('a[data-seek]')?.getAttribute('data-seek')
  if (!seconds || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  player.currentTime = Number(seconds)
  player.focus()
  // A browser may refuse to play; the player then stands at the moment, ready for its own button.
  player.play().catch(() => undefined)
})
