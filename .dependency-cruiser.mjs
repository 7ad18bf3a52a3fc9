import { open, rooms, testFile } from './scripts/check/rooms.mjs'

const literal = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (alternatives) => `^(?:${alternatives.join('|')})`

/** Paths that a room may reach: itself, the rooms and packages of its line in the table. */
function reach(name, { rooms: others, packages }) {
  return anyOf([
    `${literal(name)}/`,
    ...others.map((room) => `${literal(room)}/`),
    ...packages.flatMap((each) => [
      `node_modules/${literal(each)}/`,
      `node_modules/@types/${literal(each)}/`,
    ]),
    ...(packages.includes('cloudflare') ? ['cloudflare:'] : []),
  ])
}

const roomNames = Object.keys(rooms)
const inner = roomNames.filter((name) => name.includes('/'))

/** Files of a room that no more particular line of the table claims, and that are not tests. */
function filesOf(name) {
  const claimed = inner.filter((other) => other.startsWith(`${name}/`)).map((other) => `^${literal(other)}/`)
  return { path: `^${literal(name)}/`, pathNot: [testFile, ...claimed] }
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'islands-only-from-pages',
      comment: 'React belongs in site/islands only.',
      severity: 'error',
      from: { path: '^site/', pathNot: ['^site/islands/', testFile] },
      to: { path: '^node_modules/(react|react-dom|preact)/' },
    },
    {
      name: 'public-entry',
      // The formats of questions have an entry of their own, because their parsers must not get into the Worker and pages,
      // which take core/index.ts.
      comment: 'Scripts and tests use a room through its public entry; tests share its helpers.',
      severity: 'error',
      from: { path: '^(scripts|tests)/' },
      to: {
        path: '^(core|lake|edge)/',
        pathNot: '^(core|lake|edge)/(((questions/)?index|main|worker)\\.ts$|test-support/)',
      },
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    ...roomNames.map((name) => ({ from: filesOf(name), to: { path: reach(name, rooms[name]) } })),
    ...roomNames
      .filter((name) => rooms[name].packages.includes('node'))
      .map((name) => ({ from: filesOf(name), to: { dependencyTypes: ['core'] } })),
    { from: { path: anyOf(open.map((name) => `${name}/`)) }, to: {} },
    { from: { path: testFile }, to: {} },
    { from: { path: '^[^/]+\\.(?:ts|mjs|js)$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.astro|\\.wrangler|\\.sanity|schemas/generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
