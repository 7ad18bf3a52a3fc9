import type { SiteContent } from './types.ts'

export type * from './types.ts'

// The build checks content before it compiles anything, and compiled pages are other modules than those that checked:
// what both share has to live outside of modules.
declare global {
  var cetSurvivalPackContent: SiteContent | undefined
}

/** Keeps checked content for the pages of this process. */
export function hold(content: SiteContent): void {
  globalThis.cetSurvivalPackContent = content
}

/**
 * The content that this build shows.
 *
 * @throws Error when a page is rendered before content was read, which is a defect of the build.
 */
export function held(): SiteContent {
  const content = globalThis.cetSurvivalPackContent
  if (content === undefined) throw new Error('Pages were rendered before content was read.')
  return content
}
