import type { APIRoute } from 'astro'
import { held } from '../content/index.ts'

/** What an installed site is called and looks like (W3C Web Application Manifest). */
export const GET: APIRoute = () => {
  const { title, description } = held().settings
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${name}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const manifest = {
    id: '/',
    name: title,
    short_name: title.length <= 12 ? title : 'CET pack',
    description,
    lang: 'en-GB',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#0d4a52',
    icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('maskable', 512, 'maskable')],
  }
  return new Response(JSON.stringify(manifest))
}
