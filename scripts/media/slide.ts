import { art } from './art.ts'
import { wrapEvenly } from './captions.ts'
import type { Scene, Speaker } from './storyboard.ts'

const width = 1280
const height = 720
const colours: Readonly<Record<Speaker, string>> = {
  Presenter: '#12324a',
  Optometrist: '#0b6b83',
  Patient: '#8a4b08',
  Prescriber: '#0b6b83',
  'Dispensing optician': '#8a4b08',
}

/**
 * Draws a slide as SVG, 1280 by 720. The lowest sixth stays empty, because players show captions there.
 *
 * @param shown how many of the scene's passages have begun; their lines are on the slide.
 * @param lit which of the lines are in full colour.
 */
export function slide(scene: Scene, shown: number, lit: 'last' | 'all' = 'last'): string {
  const lines: string[] = []
  let y = 140
  scene.passages.slice(0, shown).forEach(({ speaker, shows }, index) => {
    const rows = wrapEvenly(shows, 37)
    const boxHeight = 54 + rows.length * 36
    const opacity = lit === 'all' || index === shown - 1 ? 1 : 0.78
    lines.push(`<g opacity="${opacity}">
      <rect x="64" y="${y}" width="640" height="${boxHeight}" rx="14" fill="#ffffff"/>
      <rect x="64" y="${y}" width="10" height="${boxHeight}" rx="5" fill="${colours[speaker]}"/>
      <text x="100" y="${y + 33}" font-size="20" font-weight="bold" fill="${colours[speaker]}">${speaker}</text>
      ${rows.map((row, number) => `<text x="100" y="${y + 71 + number * 36}" font-size="31" fill="#1b2a33">${escapeXml(row)}</text>`).join('')}
    </g>`)
    y += boxHeight + 14
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"
    font-family="Liberation Sans, Arial, Helvetica, sans-serif">
    <rect width="${width}" height="${height}" fill="#e6eff3"/>
    <rect width="${width}" height="112" fill="#12324a"/>
    <text x="64" y="74" font-size="48" font-weight="bold" fill="#ffffff" xml:space="preserve">${escapeXml(scene.heading)}</text>
    ${lines.join('')}
    <circle cx="990" cy="344" r="208" fill="#cfe2ea"/>
    <g transform="translate(810 164) scale(0.9)">${art[scene.art]}</g>
  </svg>`
}

/**
 * Draws a poster as SVG: the opening with the numbered questions or steps, which are the scenes whose heading ends with
 * their chapter's title.
 *
 * @param lead who asks or takes them.
 * @throws RangeError when there is no scene.
 */
export function poster(scenes: readonly Scene[], lead: Speaker): string {
  const [opening, ...others] = scenes
  if (opening === undefined) throw new RangeError('The storyboard is empty.')
  const steps = others
    .filter(({ heading, chapter }) => heading.endsWith(chapter))
    .map(({ chapter }) => ({ speaker: lead, text: chapter, shows: chapter }))
  return slide({ ...opening, passages: steps }, steps.length, 'all')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
