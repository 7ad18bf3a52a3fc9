import { sectionParameter } from '../../core/index.ts'
import { RequestError } from '../http/problem.ts'

/**
 * Where to go after signing in: a path of this site, or nothing at all.
 *
 * A browser's URL parser decides, not a look at the first character: `//host`, `/\host` and a tab inside `/\t/host` all
 * begin with a slash and lead away.
 *
 * @param to what the link asked for; undefined leads to the list of active CET. A section that its query names becomes the
 *   fragment, see `sectionParameter`.
 * @param origin the site's own origin.
 * @returns path, query and fragment.
 * @throws RequestError sign-in/foreign-return
 */
export function returnPath(to: string | undefined, origin: string): string {
  if (to === undefined || to === '') return '/cet/active/'
  const url = URL.canParse(to, origin) ? new URL(to, origin) : undefined
  const own =
    url !== undefined &&
    url.origin === origin &&
    to.startsWith('/') &&
    !url.pathname.startsWith('//') &&
    !/[\p{Cc}\\]/u.test(to) &&
    to.length <= 2000
  if (!own) {
    throw new RequestError(
      'sign-in/foreign-return',
      'The link asked to be taken to another site, or to no proper address, after signing in.',
    )
  }
  const section = url.searchParams.get(sectionParameter)
  if (section !== null) {
    url.searchParams.delete(sectionParameter)
    url.hash = section
  }
  return url.pathname + url.search + url.hash
}
