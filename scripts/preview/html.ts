/** Writes a text into HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/**
 * Puts HTML into the element that has a `data-slot`, as the Worker does on the site, and shows it.
 *
 * @param html a page of the site. Its slots hold no element of their own kind.
 */
export function fillSlot(html: string, slot: string, content: string): string {
  const element = new RegExp(`<([a-z]+)\\b([^>]*\\bdata-slot="${slot}"[^>]*)>[\\s\\S]*?</\\1>`)
  return html.replace(
    element,
    (_, name: string, attributes: string) =>
      `<${name}${attributes.replace(/\s+hidden\b/, '')}>${content}</${name}>`,
  )
}
