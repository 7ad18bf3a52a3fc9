import { describe, expect, test } from 'vitest'
import { cssAtHome, htmlAtHome } from './at-home.ts'

const remoteFont =
  '@font-face{font-family:Inter;src:url(https://static.example/Inter.woff2)format("woff2");font-weight:400}'
const ownFont = '@font-face{font-family:Inter;src:url(/static/inter.woff2)format("woff2")}'

describe('a built Studio', () => {
  test('keeps its own typeface and loses the remote one', () => {
    expect(cssAtHome(`a{b:c}${remoteFont}${ownFont}`)).toBe(`a{b:c}${ownFont}`)
  })

  test('loses the script that connects it to a dashboard', () => {
    const bridge =
      '<script src="https://core.example/bridge.js" async type="module" data-sanity-core></script>'
    const own = '<script src="/static/sanity.js" type="module"></script>'
    const link = '<noscript><a href="https://www.enable-javascript.com/">enable</a></noscript>'
    expect(htmlAtHome(`<head>${bridge}</head><body>${own}${link}</body>`)).toBe(
      `<head></head><body>${own}${link}</body>`,
    )
  })

  test.each([
    () => htmlAtHome('<script src="//new.example/a.js"></script>'),
    () => htmlAtHome('<link rel="stylesheet" href="https://new.example/a.css">'),
    () => cssAtHome('a{background:url("https://new.example/a.png")}'),
    () => cssAtHome('@import "https://new.example/a.css";'),
  ])('is refused when something new would be loaded from outside', (built) => {
    expect(built).toThrow(/STUDIO_LOADS_FROM_OUTSIDE/)
  })
})
