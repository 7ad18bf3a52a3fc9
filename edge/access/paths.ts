/** Pages and files that anyone may have. Everything that is not named here needs a session. */
const publicPaths: readonly RegExp[] = [
  /^\/$/,
  /^\/(?:cet|cet\/active|cet\/competencies|join|privacy|signed-out)\/$/,
  // Whoever has a certificate's ID may see what it says; without the ID there is no list and no search.
  /^\/verify\/(?:[^/]+\/)?$/,
  /^\/(?:favicon\.svg|robots\.txt)$/,
  // The installed site, and what works without a network: nothing of the pack is in them.
  /^\/(?:manifest\.webmanifest|service-worker\.js|keep-offline\.js|offline\/)$/,
  /^\/icons\/[a-z0-9-]+\.png$/,
  /^\/_astro\/[A-Za-z0-9._-]+\.(?:css|js)$/,
  /^\/sign-in(?:\/callback)?$/,
  /^\/sign-out$/,
  /^\/\.well-known\/jwks\.json$/,
  // A calendar fetches it without a session: whoever knows the token may have the dates.
  /^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/,
  // Not a member's: it asks for the release token itself.
  /^\/api\/release(?:\/media\/.+)?$/,
  // Nor this: it asks for a token of its own before it looks for the exam.
  /^\/api\/exams\/[^/]+\/use$/,
]

/** What a member may have without being entitled to the pack: their own record. */
const memberPaths: readonly RegExp[] = [
  /^\/my-cet\/$/,
  /^\/my-cet\/attempts\/[^/]+\/(?:receipt\.txt)?$/,
  /^\/my-cet\/(?:elsewhere|goals|calendar|statement)\/$/,
  /^\/my-cet\/(?:elsewhere\/undo|calendar\/revoke|deadlines\.ics)$/,
  /^\/my-cet\/goals\/[^/]+\/(?:done|not-done|delete|restore)?$/,
  /^\/my-cet\/points\/[^/]+\/(?:accepted|taken-back)$/,
  /^\/my-cet\/certificates\/(?:[^/]+(?:\/|\.pdf))?$/,
  /^\/api\/attempts\/[^/]+$/,
]

/** Who may have a path. */
export type Audience = 'public' | 'member' | 'entitled'

/**
 * Decodes a path as the file server would, so that access is decided on the very path that is served.
 *
 * @param pathname a URL's pathname.
 * @returns the decoded path; undefined when the path is written in any other than its plainest way (a needless or double
 *   escape, an escaped or doubled slash, a backslash, a dot segment, a control character). Such a path names nothing.
 */
export function canonicalPath(pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const segments = decoded.split('/').slice(1)
  const strange = segments.some(
    (segment, index) =>
      segment === '.' || segment === '..' || (segment === '' && index < segments.length - 1),
  )
  return encodeURI(decoded) === pathname && !strange && !/[\p{Cc}\\]/u.test(decoded) ? decoded : undefined
}

/** Default deny: whatever is not listed, files that do not exist included, is for entitled members only. */
export function audienceOf(path: string | undefined): Audience {
  if (path === undefined) return 'entitled'
  if (publicPaths.some((pattern) => pattern.test(path))) return 'public'
  return memberPaths.some((pattern) => pattern.test(path)) ? 'member' : 'entitled'
}

/** The exam whose submissions go to a path; undefined for any other path. */
export function submittedExam(path: string | undefined): string | undefined {
  return /^\/api\/exams\/([^/]+)\/attempts$/.exec(path ?? '')?.[1]
}

/**
 * Addresses that people type without their last slash; they tell nothing, so they lead on without a session. The ID of a
 * certificate is typed in many ways.
 */
export function withSlash(path: string | undefined): string | undefined {
  return path !== undefined &&
    /^\/(?:cet|cet\/active|cet\/competencies|join|privacy|verify(?:\/[^/]+)?)$/.test(path)
    ? encodeURI(`${path}/`)
    : undefined
}
