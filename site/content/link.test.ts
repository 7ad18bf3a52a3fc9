import { expect, test } from 'vitest'
import { isSafeLink } from './link.ts'

test.each(['https://example.org/a?b=c#d', 'mailto:help@example.com', '#references', '/cet/active/'])(
  '%s may be printed',
  (href) => expect(isSafeLink(href)).toBe(true),
)

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'http://example.org/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  'https://',
  '',
])('%j may not', (href) => expect(isSafeLink(href)).toBe(false))
