import type { CDPSession, Page } from 'playwright-core'

/** Something that can have the focus, as assistive technology is told of it. */
export type Spoken = {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly invalid: boolean
  readonly focused: boolean
  /** Chromium's own number of the element. */
  readonly node: number
}

/** Everything on a page that can have the focus, in reading order, from Chromium's accessibility tree. */
export function spokenOn(page: Page): Promise<Spoken[]> {
  return withSession(page, readTree)
}

/** What has the focus, as it is spoken; undefined when nothing on the page has it. */
export async function spokenFocus(page: Page): Promise<Spoken | undefined> {
  return (await spokenOn(page)).find(({ focused }) => focused)
}

/** Looks into a page by Chromium's own protocol; works where scripts are off. */
export async function withSession<T>(page: Page, look: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  try {
    return await look(session)
  } finally {
    await session.detach()
  }
}

/** Fields whose parts are their own affair: the days of a date, the options of a list. */
const undivided = new Set(['Date', 'combobox', 'textbox'])

/** See {@link spokenOn}. */
export async function readTree(session: CDPSession): Promise<Spoken[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const spoken: Spoken[] = []
  const visit = (id: string) => {
    const node = byId.get(id)
    if (node === undefined) return
    const property = (name: string) => node.properties?.find((each) => each.name === name)?.value.value
    const role = String(node.role?.value ?? '')
    const focusable = property('focusable') === true && node.parentId !== undefined
    if (focusable && node.backendDOMNodeId !== undefined) {
      spoken.push({
        role,
        name: String(node.name?.value ?? '').trim(),
        description: String(node.description?.value ?? '').trim(),
        invalid: property('invalid') === 'true',
        focused: property('focused') === true,
        node: node.backendDOMNodeId,
      })
      if (undivided.has(role)) return
    }
    for (const child of node.childIds ?? []) visit(child)
  }
  const [root] = nodes
  if (root !== undefined) visit(root.nodeId)
  return spoken
}
