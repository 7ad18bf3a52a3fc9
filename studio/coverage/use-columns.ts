import { useElementSize } from '@sanity/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect } from 'react'

/** Widths in pixels. */
const NARROW = 600
const FIRST = { narrow: 168, wide: 300 }
const COLUMN = { min: 40, max: 132 }
/** From this width on a title is written across, below it upwards. */
const UPRIGHT = 96

/** How columns are laid out, and which of them are there: only those in view and a few beside them are rendered. */
export type Columns = {
  /** Width of the units' column. */
  readonly first: number
  readonly width: number
  /** Whether titles are written upwards. */
  readonly sideways: boolean
  /** The items rendered: from `start` up to but not including `end`. */
  readonly start: number
  readonly end: number
  /** Widths of what is left out on either side. */
  readonly before: number
  readonly after: number
  readonly scrollTo: (index: number) => void
}

/**
 * @param elements.frame - as wide as there is room
 * @param elements.scroller - what scrolls within it, no wider than the columns
 * @param count - how many items there are
 */
export function useColumns(
  { frame, scroller }: { readonly frame: HTMLElement | null; readonly scroller: HTMLElement | null },
  count: number,
): Columns {
  const available = useElementSize(frame)?.border.width ?? 0
  const first = available > 0 && available < NARROW ? FIRST.narrow : FIRST.wide
  const room = count === 0 ? 0 : Math.floor((available - first - 2) / count)
  const width = Math.min(Math.max(room, COLUMN.min), COLUMN.max)
  const virtualizer = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller,
    estimateSize: () => width,
    paddingStart: first,
    scrollPaddingStart: first,
    overscan: 4,
    useFlushSync: false,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other widths are the reason to measure again
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, width, first])
  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)
  return {
    first,
    width,
    sideways: width < UPRIGHT,
    start: shown[0]?.index ?? 0,
    end: last === undefined ? 0 : last.index + 1,
    before: shown[0] === undefined ? 0 : shown[0].start - first,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - last.end,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
