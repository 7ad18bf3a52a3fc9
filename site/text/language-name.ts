/**
 * The name of a language in English, as a player’s menu shows it.
 *
 * @param tag such as `en-GB` or `cy`.
 * @returns the tag itself for a language that has no name.
 */
export function languageName(tag: string): string {
  const names = new Intl.DisplayNames('en-GB', { type: 'language', languageDisplay: 'dialect' })
  return names.of(tag) ?? tag
}
