/**
 * Makes a part of the page like a newer one, touching only what differs, so that place, focus and answers that were
 * ticked stay.
 *
 * @param live a node of this document.
 * @param next its counterpart in another document, of which parts are moved here.
 */
export function morph(live: Node, next: Node): void {
  if (live.isEqualNode(next)) return
  if (live instanceof Element && next instanceof Element && live.tagName === next.tagName) {
    // An island has taken off what it was started with; what is inside it follows like everything else.
    if (live.tagName !== 'ASTRO-ISLAND') morphAttributes(live, next)
    morphChildren(live, next)
    return
  }
  if (live.nodeType === next.nodeType && live.nodeType === Node.TEXT_NODE) {
    live.nodeValue = next.nodeValue
    return
  }
  live.parentNode?.replaceChild(next, live)
}

function morphChildren(live: Element, next: Element): void {
  const before = Array.from(live.childNodes)
  const after = Array.from(next.childNodes)
  for (const [index, node] of after.entries()) {
    const old = before[index]
    if (old === undefined) live.append(node)
    else morph(old, node)
  }
  for (const left of before.slice(after.length)) left.remove()
}

function morphAttributes(live: Element, next: Element): void {
  for (const { name } of Array.from(live.attributes)) if (!next.hasAttribute(name)) live.removeAttribute(name)
  for (const { name, value } of Array.from(next.attributes)) {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value)
  }
}
