import type { CDPSession, Page } from 'playwright-core'
import { readTree, type Spoken, withSession } from './spoken.ts'

/**
 * Tabs through a page from its first stop and compares the way with the accessibility tree, which is the order of reading,
 * and with where things stand.
 *
 * @returns one line a fault: a control without a name, one that the keyboard does not reach or reaches out of turn, and one
 *   that stands above or before the stop before it.
 */
export function keyboardFaults(page: Page): Promise<string[]> {
  return withSession(page, async (session) => {
    const untabbed = await focusedByCodeOnly(session)
    const read = (await readTree(session)).filter(({ node }) => !untabbed.has(node))
    const stops = await tabThrough(page, session, read)
    const places = await Promise.all(read.map(({ node }) => placeOf(session, node)))
    return read.flatMap((control, index) => {
      const stop = stops.indexOf(control.node)
      const before = read[index - 1]
      const [place, placeBefore] = [places[index], places[index - 1]]
      return [
        ...(control.name === '' ? [`${called(control)} has no name`] : []),
        ...(stop === -1 ? [`${called(control)} is not reached`] : []),
        ...(stop !== -1 && stop !== index ? [`${called(control)} is stop ${stop} and read as ${index}`] : []),
        ...(before && place && placeBefore && standsBefore(place, placeBefore)
          ? [`${called(control)} stands before ${called(before)}`]
          : []),
      ]
    })
  })
}

const called = ({ role, name }: Spoken) => `${role} “${name}”`

/** Numbers of the elements that only an address or the page itself brings the focus to. */
async function focusedByCodeOnly(session: CDPSession): Promise<ReadonlySet<number>> {
  await session.send('DOM.enable')
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 })
  const found = nodes.filter(({ attributes = [] }) => {
    const at = attributes.indexOf('tabindex')
    return at !== -1 && Number(attributes[at + 1]) < 0
  })
  return new Set(found.map(({ backendNodeId }) => backendNodeId))
}

/** The stops of the tabulator from the first control until it leaves the page or comes round. */
async function tabThrough(page: Page, session: CDPSession, read: readonly Spoken[]): Promise<number[]> {
  const [first] = read
  if (first === undefined) return []
  await session.send('DOM.focus', { backendNodeId: first.node })
  const stops: number[] = [first.node]
  for (;;) {
    await page.keyboard.press('Tab')
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' })
    const last = stops.at(-1)
    // A date is one control with several stops.
    if (node.backendNodeId === last) continue
    if (node.nodeName === 'BODY' || stops.includes(node.backendNodeId)) return stops
    stops.push(node.backendNodeId)
  }
}

type Place = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Where an element stands, in pixels of the window; undefined when it is not drawn. */
async function placeOf(session: CDPSession, backendNodeId: number): Promise<Place | undefined> {
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId })
  if (quads.length === 0) return undefined
  const corners = quads.flat()
  const xs = corners.filter((_, index) => index % 2 === 0)
  const ys = corners.filter((_, index) => index % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Whether somebody who reads lines from left to right, and one column after the other, comes to one place before another. */
function standsBefore(one: Place, other: Place): boolean {
  const above = one.bottom <= other.top && one.left < other.right
  const onOneLine = one.top < other.bottom && other.top < one.bottom
  return above || (onOneLine && one.right <= other.left)
}
