import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom'

/** An element to write: its name, attributes, and what it holds. */
export type XmlNode = readonly [
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: (XmlNode | string | undefined)[],
]

const implementation = new DOMImplementation()
const serializer = new XMLSerializer()

/** An element and all that it holds as XML. Attributes and children that are undefined are left away. */
export function xmlOf(node: XmlNode): string {
  const document = implementation.createDocument(null, '', null)
  const build = ([name, attributes, ...children]: XmlNode): Element => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(key, value)
    }
    for (const child of children) {
      if (child === undefined) continue
      element.appendChild(typeof child === 'string' ? document.createTextNode(child) : build(child))
    }
    return element
  }
  return serializer.serializeToString(build(node), { requireWellFormed: true })
}

/** The first line of an XML file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
