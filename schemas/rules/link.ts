/**
 * Checks the target of a link in running text.
 *
 * Allowed are `https:` and `mailto:` addresses, an anchor on the same page (`#…`) and a path of this site (`/…`).
 * Two slashes or a backslash at the start would lead a browser to a foreign host, so a path must not have them.
 *
 * @param href - what the editor wrote
 * @returns `true`, also when empty (another rule asks for it), or what to write instead
 */
export function isLinkTarget(href: string | undefined): true | string {
  if (href === undefined || href === '') return true
  if (/^#[^\s#]+$/.test(href) || /^\/(?![/\\])[^\s\\]*$/.test(href)) return true
  if (/^mailto:[^\s@]+@[^\s@]+$/.test(href)) return true
  if (/^https:\/\//.test(href) && URL.canParse(href)) return true
  return 'Write a full address that starts with https://, a mailto: address, or a path of this site that starts with one /.'
}
