/**
 * Which room may import from which: the import table of the design. What is not listed is not allowed, so a new folder
 * with code stays disallowed until it has a line here. `packages` are npm packages (a name also allows its subpaths),
 * `rooms` are path prefixes within the project.
 *
 * @type {Record<string, { rooms: string[], packages: string[] }>}
 */
export const rooms = {
  core: {
    rooms: [],
    packages: [
      'zod',
      'temporal-polyfill',
      '@xmldom/xmldom',
      'csv-parse',
      'csv-stringify',
      'fflate',
      'html-to-text',
      'saxes',
    ],
  },
  schemas: { rooms: ['core'], packages: ['sanity', '@sanity/icons', '@sanity/types'] },
  studio: {
    rooms: ['schemas', 'core'],
    packages: [
      'sanity',
      '@sanity/ui',
      '@sanity/icons',
      '@sanity/client',
      '@tanstack/react-virtual',
      'react',
      'zod',
      '@fontsource/inter',
    ],
  },
  site: {
    rooms: ['core', 'schemas/generated'],
    packages: [
      'astro',
      'esbuild',
      '@sanity/client',
      'groq',
      'zod',
      '@portabletext/to-html',
      'hls.js',
      'minisearch',
      'node',
    ],
  },
  'site/islands': { rooms: ['core'], packages: ['react', 'react-dom'] },
  edge: {
    rooms: ['core'],
    packages: [
      'hono',
      'oauth4webapi',
      'jose',
      'zod',
      'cloudflare',
      'temporal-polyfill',
      'ical-generator',
      'minisearch',
      'pdfkit',
      'fontkit',
      'uqr',
    ],
  },
  lake: { rooms: [], packages: ['groq-js', '@sanity/mutator', 'mendoza', 'sharp', 'ws', 'node'] },
}

/** The rooms that people and tests come through: they may use the public entry of any room, and any package. */
export const open = ['scripts', 'tests']

/** Files that stand beside their subject and test it: they may use the public entry of any room. */
export const testFile = '(\\.test\\.tsx?$|/test-support/|(^|/)vitest\\.config\\.ts$)'
