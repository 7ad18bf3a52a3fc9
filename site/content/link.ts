/**
 * Whether a link of the running text may be printed: `https:`, `mailto:`, an anchor of the page, or a path of this
 * site. Two slashes or a backslash at the start would lead to a foreign host, other schemes could run script.
 */
export function isSafeLink(href: string): boolean {
  if (/^#[^\s#]+$/.test(href) || /^\/(?![/\\])[^\s\\]*$/.test(href)) return true
  if (/^mailto:[^\s@]+@[^\s@]+$/.test(href)) return true
  return /^https:\/\//.test(href) && URL.canParse(href)
}
