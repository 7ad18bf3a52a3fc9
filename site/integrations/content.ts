import type { AstroIntegration } from 'astro'
import { fetchSiteContent } from '../content/fetch.ts'
import { hold } from '../content/index.ts'

/** Reads and checks the content once, before anything is compiled, so that a broken document is reported at once. */
export function contentOfThisBuild(
  variables: Readonly<Record<string, string | undefined>>,
): AstroIntegration {
  return {
    name: 'content-of-this-build',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'dev') hold(await fetchSiteContent(variables))
      },
      'astro:build:start': async () => {
        hold(await fetchSiteContent(variables))
      },
    },
  }
}
