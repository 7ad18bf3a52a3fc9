import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { PlayIcon } from '@sanity/icons/Play'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { itemState, type Mark, pointsOf } from '../../core/coverage/matrix.ts'
import type { CoverageItem, CoverageType } from '../../core/coverage/model.ts'
import { placeAfter } from './grid-keys.ts'
import { type Cell, type GridRow, gridPlaces, gridRows, HEADER } from './grid-model.ts'
import { cellLabel, groupText, itemLabel, pointsLabel, unitStateText } from './labels.ts'
import { itemLink, type LinkTo, pointsLink } from './links.ts'
import { type Selection, titleOf } from './select.ts'
import { MarkSymbol, StateSymbol } from './symbols.tsx'
import { type Columns, useColumns } from './use-columns.ts'

type Open = (event: MouseEvent<HTMLAnchorElement>) => void

/**
 * Units by registrant type against items, as a grid that is walked through with the arrow keys: one cell at a time is in
 * the tab order. Each cell is a link to the document behind it.
 *
 * @param props.linkTo - must stay the same function from one rendering to the next
 * @param props.open - follows a link within Studio
 */
export function CoverageGrid({
  selection,
  linkTo,
  open,
}: {
  readonly selection: Selection
  readonly linkTo: LinkTo
  readonly open: Open
}): ReactNode {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const columns = useColumns({ frame, scroller }, selection.items.length)
  const rows = useMemo(() => gridRows(selection), [selection])
  const places = useMemo(() => gridPlaces(rows, selection), [rows, selection])
  const items = useSameList(selection.items.slice(columns.start, columns.end))
  const [active, setActive] = useState<Cell>({ row: '', column: HEADER })
  const pending = useRef<Cell | undefined>(undefined)
  const place = places.placeOf(active)
  const isShown = place.column === 0 || (place.column > columns.start && place.column <= columns.end)
  const tabbable = places.cellAt(isShown ? place : { row: Math.max(1, place.row), column: 0 })

  // A cell that was out of view is rendered only after the grid has scrolled to it.
  useEffect(() => {
    if (pending.current === undefined) return
    const target = anchorOf(scroller, pending.current)
    if (target === undefined) return
    pending.current = undefined
    target.focus()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const next = placeAfter({ key: event.key, ctrl: event.ctrlKey }, place, places.size)
    if (next === undefined) return
    event.preventDefault()
    const cell = places.cellAt(next)
    pending.current = cell
    setActive(cell)
    if (next.column > 0) columns.scrollTo(next.column - 1)
  }

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const { row, column } = target.dataset
    if (row !== undefined && column !== undefined) setActive({ row, column })
  }

  return (
    <div ref={setFrame} className="coverage-frame">
      <div ref={setScroller} className="coverage-scroll" style={{ scrollPaddingLeft: columns.first }}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through is a grid (ARIA Authoring Practices)
          role="grid"
          aria-label="Coverage of units by items"
          aria-rowcount={places.size.rows}
          aria-colcount={places.size.columns}
          className="coverage-table"
          style={{ width: columns.first + columns.width * selection.items.length }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <colgroup>
            <col style={{ width: columns.first }} />
            {columns.before > 0 && <col style={{ width: columns.before }} />}
            {items.map(({ id }) => (
              <col key={id} style={{ width: columns.width }} />
            ))}
            {columns.after > 0 && <col style={{ width: columns.after }} />}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <td className="coverage-corner">Unit</td>
              <Spacer width={columns.before} header />
              {items.map((item, index) => (
                <ItemHeader
                  key={item.id}
                  item={item}
                  position={columns.start + index}
                  sideways={columns.sideways}
                  href={itemLink(linkTo, item)}
                  tabbable={tabbable.row === HEADER && tabbable.column === item.id}
                  open={open}
                />
              ))}
              <Spacer width={columns.after} header />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                index={index}
                items={items}
                start={columns.start}
                before={columns.before}
                after={columns.after}
                tabbable={tabbable.row === row.key ? tabbable.column : undefined}
                linkTo={linkTo}
                open={open}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const ItemHeader = memo(function ItemHeader({
  item,
  position,
  sideways,
  href,
  tabbable,
  open,
}: {
  readonly item: CoverageItem
  /** Counted from 0. */
  readonly position: number
  readonly sideways: boolean
  readonly href: string
  readonly tabbable: boolean
  readonly open: Open
}) {
  const state = itemState(item)
  const label = itemLabel(item)
  return (
    <th scope="col" aria-colindex={position + 2} className="coverage-item">
      <a
        className="coverage-cell coverage-item-link"
        href={href}
        onClick={open}
        tabIndex={tabbable ? 0 : -1}
        data-row={HEADER}
        data-column={item.id}
        data-sideways={sideways}
        aria-label={label}
        title={label}
      >
        <span className="coverage-kind">
          {item.kind === 'video' ? <PlayIcon aria-hidden /> : <DocumentTextIcon aria-hidden />}
          {state !== 'published' && <MarkSymbol mark={state === 'leaving' ? 'leaving' : 'draft'} />}
        </span>
        <span className="coverage-item-title">{titleOf(item)}</span>
      </a>
    </th>
  )
})

type RowProps = Pick<Columns, 'start' | 'before' | 'after'> & {
  readonly row: GridRow
  /** Counted from 0 below the header. */
  readonly index: number
  readonly items: readonly CoverageItem[]
  /** Key of the column whose cell is in the tab order, if it is one of this row. */
  readonly tabbable: string | undefined
  readonly linkTo: LinkTo
  readonly open: Open
}

const Row = memo(function Row({ row, index, items, start, before, after, tabbable, linkTo, open }: RowProps) {
  const type = row.kind === 'group' ? row.group.type : row.type
  const header = {
    className: 'coverage-cell coverage-row-link',
    onClick: open,
    tabIndex: tabbable === HEADER ? 0 : -1,
    'data-row': row.key,
    'data-column': HEADER,
  }
  return (
    <tr aria-rowindex={index + 2} className={row.kind === 'group' ? 'coverage-group' : 'coverage-unit'}>
      <th scope="row" aria-colindex={1} className="coverage-row-header">
        {row.kind === 'group' ? (
          <a href={linkTo({ id: type.id, type: 'registrantType' })} {...header}>
            <span className="coverage-name">{type.title}</span>
            <span className="coverage-meta">
              {groupText(row.group.covered, row.group.rows.length, row.group.points)}
            </span>
          </a>
        ) : (
          <a href={linkTo({ id: row.row.unit.id, type: 'competency' })} {...header}>
            <span className="coverage-name">{row.row.unit.title}</span>
            <span className="coverage-meta" data-state={row.row.state}>
              <StateSymbol state={row.row.state} />
              {unitStateText(row.row)}
            </span>
          </a>
        )}
      </th>
      <Spacer width={before} />
      {items.map((item, position) => {
        const place = { colindex: start + position + 2, row: row.key, tabbable: tabbable === item.id, open }
        return row.kind === 'group' ? (
          <PointsCell key={item.id} {...place} href={pointsLink(linkTo, item)} type={type} item={item} />
        ) : (
          <MarkCell
            key={item.id}
            {...place}
            href={itemLink(linkTo, item)}
            column={item.id}
            mark={row.row.marks.get(item.id)}
            label={cellLabel(row.row.unit.title, type.title, titleOf(item), row.row.marks.get(item.id))}
          />
        )
      })}
      <Spacer width={after} />
    </tr>
  )
})

type CellProps = {
  /** As ARIA counts: from 1, headers included. */
  readonly colindex: number
  /** Key of the row. */
  readonly row: string
  readonly tabbable: boolean
  readonly href: string
  readonly open: Open
}

/** Whether an item covers a unit. It is shown again only when something in it changes. */
const MarkCell = memo(function MarkCell(
  props: CellProps & { readonly column: string; readonly mark: Mark | undefined; readonly label: string },
) {
  return (
    <td aria-colindex={props.colindex}>
      <a
        className="coverage-cell"
        href={props.href}
        onClick={props.open}
        tabIndex={props.tabbable ? 0 : -1}
        data-row={props.row}
        data-column={props.column}
        data-mark={props.mark ?? 'none'}
        aria-label={props.label}
        title={props.label}
      >
        <MarkSymbol mark={props.mark} />
      </a>
    </td>
  )
})

/** What an item earns a registrant type; a symbol when a draft changes it. */
const PointsCell = memo(function PointsCell({
  type,
  item,
  ...props
}: CellProps & { readonly type: CoverageType; readonly item: CoverageItem }) {
  const [now, next] = [pointsOf(item.now, type.id), pointsOf(item.next, type.id)]
  const label = pointsLabel(type, item)
  return (
    <td aria-colindex={props.colindex}>
      <a
        className="coverage-cell"
        href={props.href}
        onClick={props.open}
        tabIndex={props.tabbable ? 0 : -1}
        data-row={props.row}
        data-column={item.id}
        aria-label={label}
        title={label}
      >
        {next === 0 && now === 0 ? <MarkSymbol mark={undefined} /> : next}
        {now !== next && <MarkSymbol mark={next > now ? 'draft' : 'leaving'} />}
      </a>
    </td>
  )
})

/** The list as it was before, as long as it has the same members: what is shown of it need not be shown again. */
function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list)
  if (kept === list || (kept.length === list.length && kept.every((one, index) => one === list[index]))) {
    return kept
  }
  keep(list)
  return list
}

/** Stands for the columns that are not rendered. */
function Spacer({ width, header = false }: { readonly width: number; readonly header?: boolean }) {
  return width > 0 ? <td aria-hidden="true" {...(header && { className: 'coverage-header-gap' })} /> : null
}

function anchorOf(within: HTMLElement | null, { row, column }: Cell): HTMLElement | undefined {
  const selector = `a[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`
  return within?.querySelector<HTMLElement>(selector) ?? undefined
}
