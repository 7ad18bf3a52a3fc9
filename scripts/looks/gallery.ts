import { schemes, widths } from './shoot.ts'
import type { View } from './views.ts'

/** The gallery as Markdown: every view with its pictures, each with its alternative text. */
export function gallery(views: readonly View[]): string {
  const sections = views.map(({ name, title, alt }) => {
    const row = (scheme: (typeof schemes)[number]) =>
      `| ${widths.map(({ width }) => `![${alt} ${width} pixels wide, ${scheme}.](${name}-${width}-${scheme}.webp)`).join(' | ')} |`
    const head = `| ${widths.map(({ width }) => `${width} px`).join(' | ')} |`
    return `## ${title}\n\n${alt}\n\n${head}\n|${widths.map(() => '---|').join('')}\n${schemes.map(row).join('\n')}`
  })
  return `# Looks

Every kind of page and every important state, as \`npm run looks\` takes them from a pack that it starts for this. Made by that
command: change [the list](../../scripts/looks/views.ts) instead. The content is demonstration content, the people are invented.

${sections.join('\n\n')}
`
}
