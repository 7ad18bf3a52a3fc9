import { base64OfBytes, fileName, imageOf, imageOfDataUrl } from '../image.ts'
import type { Place, Remark } from '../problem.ts'
import { type PushReader, runReader } from '../push-reader.ts'
import { note, problem, type Read } from '../settle.ts'
import { bytesOf, peek, type QuestionSource, textOf, UnknownEncoding } from '../source.ts'
import {
  attributeOf,
  elementsOf,
  findAll,
  innerText,
  sharedName,
  XmlCutter,
  type XmlElement,
} from '../xml/tree.ts'
import { type ItemSurroundings, isItem, readItem } from './item.ts'
import { isZip, Zip } from './zip.ts'

// A package is held whole, still packed; images are most of it.
const largestPackage = 512 * 1024 * 1024

/**
 * Reads QTI 3.0, 2.2 and 2.1: an item by itself, or a content package (ZIP) with its manifest, items and images. Of a
 * package, one item after the other is unpacked.
 *
 * @see https://www.imsglobal.org/spec/qti/v3p0/impl
 */
export async function* readQti(source: QuestionSource): AsyncGenerator<Read> {
  const { head, source: whole } = await peek(source, 4)
  if (!isZip(head)) {
    yield* runReader('qti', whole, new LoneItemReader())
    return
  }
  const bytes = await bytesOf(whole, largestPackage)
  if (bytes === undefined) {
    yield fileFault('', {
      code: 'file/too-large',
      message: 'The package has more than 512 MB.',
      remedy: 'Split it into several packages.',
    })
    return
  }
  yield* readPackage(bytes)
}

class LoneItemReader implements PushReader {
  readonly #cutter = new XmlCutter(0)
  done = false

  get held(): number {
    return this.#cutter.held
  }

  *push(piece: string): Generator<Read> {
    for (const event of this.#cutter.push(piece)) yield* this.#take(event)
  }

  *end(): Generator<Read> {
    for (const event of this.#cutter.end()) yield* this.#take(event)
  }

  #item: XmlElement | undefined;

  *#take(event: Parameters<typeof takeRoot>[0]): Generator<Read> {
    if (this.done) return
    const read = takeRoot(event)
    if (read === undefined) return
    this.done = true
    if ('root' in read) {
      this.#item = read.root
      yield* isItem(this.#item) ? readItem(this.#item, alone, '') : [notAnItem(this.#item, '')]
    } else yield problem('qti', read.place, read.remark)
  }
}

function takeRoot(
  event: ReturnType<XmlCutter['push']> extends Generator<infer Event> ? Event : never,
): { readonly root: XmlElement } | { readonly place: Place; readonly remark: Remark } | undefined {
  if (event.kind === 'fault') return event
  return event.kind === 'element' ? { root: event.element } : undefined
}

/** An item without its package: only what stands inside it can be had. */
const alone: ItemSurroundings = {
  image: (address, alt) => (address.startsWith('data:') ? imageOfDataUrl(address, alt) : undefined),
  stimulus: () => undefined,
}

function notAnItem(root: XmlElement, where: string): Read {
  return problem(
    'qti',
    { line: root.line, column: root.column, excerpt: `${where && `${where}: `}<${root.name}>` },
    {
      code: 'qti/not-an-item',
      message: `An item of QTI begins with <qti-assessment-item> or <assessmentItem>, this file with <${root.name}>.`,
      remedy: 'Choose an item or a content package of QTI 2.1, 2.2 or 3.0.',
    },
  )
}

type Resource = {
  readonly type: string
  readonly href: string
  readonly tags: readonly string[]
}

async function* readPackage(bytes: Uint8Array): AsyncGenerator<Read> {
  const zip = Zip.open(bytes)
  if (!(zip instanceof Zip)) {
    yield fileFault('', { ...zip, remedy: 'Get the package again, or pack it again as a plain ZIP.' })
    return
  }
  for (const name of zip.refused) {
    yield fileFault(name, {
      code: 'qti/path-refused',
      message: `The archive names a file in a way that is not safe to follow, or twice (${name}); it was not read.`,
      remedy: 'Pack the files again with paths inside the package.',
    })
  }
  const manifestName = zip.names().find((name) => /^(?:[^/]+\/)?imsmanifest\.xml$/.test(name))
  let resources: readonly Resource[]
  let folder = ''
  if (manifestName === undefined) {
    yield fileNote('', {
      code: 'qti/no-manifest',
      message: 'The archive has no imsmanifest.xml; every item in it was read, in the archive’s order.',
      remedy: 'Nothing needs to be done, unless the order matters.',
    })
    resources = zip
      .names()
      .filter((name) => /\.xml$/i.test(name))
      .map((href) => ({ type: 'unknown', href, tags: [] }))
  } else {
    folder = folderOf(manifestName)
    const manifest = await rootOf(zip, manifestName)
    if (!('root' in manifest)) {
      yield manifest.problem
      return
    }
    resources = resourcesOf(manifest.root)
  }
  let items = 0
  for (const resource of resources) {
    if (/^imsqti_test_/.test(resource.type)) {
      yield fileNote(resource.href, {
        code: 'left-out/test-structure',
        message: 'The package holds a test; its sections, order and scoring rules were left out.',
        remedy: 'Set the order and the pass mark in the exam.',
      })
    }
    if (resource.type !== 'unknown' && !/^imsqti_item_/.test(resource.type)) continue
    const name = resolvePath(folder, resource.href)
    if (name === undefined) {
      yield fileFault(resource.href, {
        code: 'qti/path-refused',
        message: 'The manifest names a file outside the package; it was not read.',
        remedy: 'Correct the manifest.',
      })
      continue
    }
    const read = await rootOf(zip, name)
    if (!('root' in read)) {
      // Without a manifest, what is not XML of QTI is somebody else's file.
      yield read.problem
      continue
    }
    if (!isItem(read.root)) {
      if (resource.type !== 'unknown') yield notAnItem(read.root, name)
      continue
    }
    items += 1
    const stimuli = await stimuliOf(zip, name, read.root)
    yield* readItem(read.root, surroundingsOf(zip, name, resource.tags, stimuli), name)
  }
  if (items === 0) {
    yield fileFault(manifestName ?? '', {
      code: 'qti/not-an-item',
      message: 'The package holds no item that could be read.',
      remedy: 'Choose a content package of QTI 2.1, 2.2 or 3.0 with items.',
    })
  }
}

function resourcesOf(manifest: XmlElement): Resource[] {
  return findAll(manifest, (each) => sharedName(each.name) === 'resource').map((resource) => ({
    type: attributeOf(resource, 'type') ?? '',
    href:
      attributeOf(resource, 'href') ??
      attributeOf(
        elementsOf(resource).find((each) => sharedName(each.name) === 'file') ?? resource,
        'href',
      ) ??
      '',
    tags: findAll(resource, (each) => sharedName(each.name) === 'keyword').map((keyword) =>
      innerText(keyword),
    ),
  }))
}

async function rootOf(
  zip: Zip,
  name: string,
): Promise<{ readonly root: XmlElement } | { readonly problem: Read }> {
  const bytes = zip.read(name)
  if (!(bytes instanceof Uint8Array)) {
    return { problem: fileFault(name, { ...bytes, remedy: 'Get the package again, or pack it again.' }) }
  }
  const cutter = new XmlCutter(0)
  const failed = (place: Place, remark: Remark) => ({
    problem: problem('qti', { ...place, excerpt: `${name}: ${place.excerpt}` }, remark),
  })
  try {
    for await (const piece of textOf(bytes)) {
      for (const event of cutter.push(piece)) {
        const read = takeRoot(event)
        if (read !== undefined) return 'root' in read ? read : failed(read.place, read.remark)
      }
    }
  } catch (error) {
    if (!(error instanceof UnknownEncoding)) throw error
    return failed(
      { line: 1, column: 1, excerpt: '' },
      { code: 'file/encoding-unknown', message: error.message, remedy: 'Save the file as UTF-8.' },
    )
  }
  for (const event of cutter.end()) {
    const read = takeRoot(event)
    if (read !== undefined) return 'root' in read ? read : failed(read.place, read.remark)
  }
  return failed(
    { line: 1, column: 1, excerpt: '' },
    { code: 'file/empty', message: `The file ${name} is empty.`, remedy: 'Pack the package again.' },
  )
}

type Stimulus = { readonly name: string; readonly root: XmlElement }

/** The stimuli that an item refers to, by address. */
async function stimuliOf(zip: Zip, item: string, root: XmlElement): Promise<Map<string, Stimulus>> {
  const stimuli = new Map<string, Stimulus>()
  for (const reference of findAll(root, (each) => sharedName(each.name) === 'assessmentstimulusref')) {
    const address = attributeOf(reference, 'href') ?? ''
    const name = resolvePath(folderOf(item), address)
    if (name === undefined || !zip.has(name)) continue
    const read = await rootOf(zip, name)
    if ('root' in read) stimuli.set(address, { name, root: read.root })
  }
  return stimuli
}

function surroundingsOf(
  zip: Zip,
  item: string,
  tags: readonly string[],
  stimuli: ReadonlyMap<string, Stimulus>,
): ItemSurroundings {
  // Addresses in a stimulus are seen from the stimulus.
  const folders = [item, ...Array.from(stimuli.values(), ({ name }) => name)].map(folderOf)
  return {
    tags,
    stimulus: (address) => stimuli.get(address)?.root,
    image(address, alt) {
      if (address.startsWith('data:')) return imageOfDataUrl(address, alt)
      const name = folders
        .map((folder) => resolvePath(folder, address))
        .find((each) => each !== undefined && zip.has(each))
      const bytes = name === undefined ? undefined : zip.read(name)
      if (name === undefined || !(bytes instanceof Uint8Array)) return undefined
      return imageOf(fileName(name), base64OfBytes(bytes), alt)
    },
  }
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1)
}

/** A reference's path inside the package, or undefined when it leads out of it. */
export function resolvePath(folder: string, address: string): string | undefined {
  const path = (address.split(/[?#]/)[0] ?? '').replace(/\\/g, '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined
  let decoded = path
  try {
    decoded = decodeURIComponent(path)
  } catch {
    // A lone per cent sign in a file's name is only that.
  }
  const parts: string[] = []
  for (const part of `${folder}${decoded}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function fileFault(name: string, remark: Remark): Read {
  return problem('qti', { line: 1, column: 1, excerpt: name }, remark)
}

function fileNote(name: string, remark: Remark): Read {
  return note('qti', { line: 1, column: 1, excerpt: name }, remark)
}
