import type { ReactNode } from 'react'
import type { Mark, UnitState } from '../../core/coverage/matrix.ts'

/** Shapes differ as well as colours, so that nothing is told by colour alone; words stand beside or behind each. */

/** How an item covers a unit; a dot that hardly shows when it does not. */
export function MarkSymbol({ mark }: { readonly mark: Mark | undefined }): ReactNode {
  switch (mark) {
    case 'published':
      return (
        <Glyph tone="positive">
          <circle cx="8" cy="8" r="5" fill="currentColor" />
        </Glyph>
      )
    case 'draft':
      return (
        <Glyph tone="caution">
          <circle cx="8" cy="8" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 3.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
        </Glyph>
      )
    case 'leaving':
      return (
        <Glyph tone="critical">
          <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M5.5 8h5" stroke="currentColor" strokeWidth="1.75" />
        </Glyph>
      )
    case 'outside':
      return (
        <Glyph tone="critical">
          <path
            d="M8 2.5 14 13H2z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <path d="M8 6.5v3M8 10.5v1.25" stroke="currentColor" strokeWidth="1.5" />
        </Glyph>
      )
    case undefined:
      return (
        <Glyph tone="none">
          <circle cx="8" cy="8" r="1.25" fill="currentColor" />
        </Glyph>
      )
  }
}

/** A unit's state. */
export function StateSymbol({ state }: { readonly state: UnitState }): ReactNode {
  switch (state) {
    case 'gap':
      return (
        <Glyph tone="critical">
          <circle
            cx="8"
            cy="8"
            r="5.25"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.4 1.7"
          />
        </Glyph>
      )
    case 'single':
      return (
        <Glyph tone="caution">
          <path d="M6 5.25 8.25 3.5v9" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </Glyph>
      )
    case 'covered':
      return (
        <Glyph tone="positive">
          <path d="m3.5 8.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </Glyph>
      )
  }
}

function Glyph(props: {
  readonly tone: 'positive' | 'caution' | 'critical' | 'none'
  readonly children: ReactNode
}) {
  return (
    <svg className="coverage-symbol" data-tone={props.tone} viewBox="0 0 16 16" aria-hidden="true">
      {props.children}
    </svg>
  )
}
