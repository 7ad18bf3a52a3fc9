// On pages of signed-in members alone: starts the service worker and, once the page has loaded, has it kept if it may be.
const { serviceWorker } = navigator

if (serviceWorker) {
  const keep = async () => {
    try {
      await serviceWorker.register('/service-worker.js')
      const { active } = await serviceWorker.ready
      active?.postMessage('keep')
    } catch {
      // Without it everything works, as long as there is a network.
    }
  }
  if (document.readyState === 'complete') void keep()
  else addEventListener('load', keep)
}
