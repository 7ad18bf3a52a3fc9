import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'styles')

/** Colours by the name of their token, without its dashes. */
export type Colours = ReadonlyMap<string, string>

/** The colour tokens of both schemes. Dark ones that are not named stay as in the light. */
export function colourTokens(): { readonly light: Colours; readonly dark: Colours } {
  const css = readFileSync(join(folder, 'site.css'), 'utf8')
  const [, light = ''] = /^:root \{([^}]*)\}/m.exec(css) ?? []
  const [, dark = ''] = /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css) ?? []
  const read = (block: string) =>
    Array.from(
      block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g),
      ([, name = '', value = '']) => [name, value] as const,
    )
  return { light: new Map(read(light)), dark: new Map([...read(light), ...read(dark)]) }
}

/** A rule that sets letters, with the ground that it sets itself, if it does. */
export type Lettering = {
  readonly selector: string
  readonly ink: string
  readonly ground: string | undefined
}

/** Every rule of the site’s stylesheets that sets the colour of letters by a token; print is black on white. */
export function letterings(): Lettering[] {
  return globSync('*.css', { cwd: folder }).flatMap((file) => {
    const css = readFileSync(join(folder, file), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@media print \{[\s\S]*$/, '')
    return Array.from(css.matchAll(/([^{}]+)\{([^{}]*)\}/g)).flatMap(([, selector = '', body = '']) => {
      const ink = /(?:^|[\s;])color: var\(--([a-z-]+)\)/.exec(body)?.[1]
      const ground = /background(?:-color)?: var\(--([a-z-]+)\)/.exec(body)?.[1]
      return ink === undefined ? [] : [{ selector: selector.trim(), ink, ground }]
    })
  })
}

/**
 * The contrast of two colours by WCAG 2.2: 1 for the same, 21 for black on white.
 *
 * @param one `#rgb` or `#rrggbb`.
 */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(digits.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
