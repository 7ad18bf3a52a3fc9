import type { SearchPassage } from '../../core/index.ts'
import { outline } from '../portable-text/outline.ts'
import { itemPath } from './facts.ts'
import type { Article, BodyPart, Item, Pack, Video } from './types.ts'

type Passage = Omit<SearchPassage, 'id'>

/**
 * Everything in a pack that can be searched, in the order of its items. An item and its exam are found by the reference
 * too, which is what lists and certificates call them by.
 */
export function searchPassagesOf(pack: Pack): SearchPassage[] {
  return pack.items.flatMap(passagesOf).map((passage, id) => ({ ...passage, id }))
}

function passagesOf(item: Item): Passage[] {
  const path = itemPath(item)
  const of = (part: Pick<Passage, 'section' | 'text'> & { place?: string }): Passage => ({
    title: item.title,
    section: part.section,
    kind: item._type,
    href: part.place === undefined ? path : `${path}#${part.place}`,
    text: part.text,
  })
  const { originalReference: reference } = item.republication
  const objectives = plain(item.learningObjectives.map(({ text }) => text))
  return [
    of({ section: 'Learning objectives', place: 'objectives', text: objectives }),
    ...(item._type === 'article' ? sections(item) : moments(item)).map(of),
    { title: item.title, section: item.exam.title, kind: 'exam', href: `${path}exam/`, text: reference },
  ]
}

/** An article from heading to heading; what stands before the first belongs to the article itself. */
function sections(article: Article): { section: string; place?: string; text: string }[] {
  const headings = new Map(outline(article.body).map((heading) => [heading.key, heading]))
  const found: { section: string; place?: string; texts: string[] }[] = [
    { section: article.title, texts: [article.standfirst] },
  ]
  for (const part of article.body) {
    const heading = headings.get(part._key)
    if (heading === undefined) found.at(-1)?.texts.push(textOf(part))
    else found.push({ section: heading.text, place: heading.id, texts: [] })
  }
  found[0]?.texts.push(article.republication.originalReference)
  return found.map(({ texts, ...rest }) => ({ ...rest, text: plain(texts) }))
}

/** A video’s transcript, passage by passage, each under the chapter that it belongs to. */
function moments(video: Video): { section: string; place?: string; text: string }[] {
  const passages = video.transcript.map(({ startSeconds, text }) => ({
    section: video.chapters.findLast((chapter) => chapter.startSeconds <= startSeconds)?.title ?? video.title,
    place: `t=${startSeconds}`,
    text: plain([text]),
  }))
  const head = plain([video.standfirst, video.republication.originalReference])
  return [{ section: video.title, text: head }, ...passages]
}

function textOf(part: BodyPart): string {
  switch (part._type) {
    case 'block':
      return part.children.map((child) => (child._type === 'span' ? child.text : '')).join('')
    case 'figure':
      return part.caption
    case 'pearl':
      return `${part.title}: ${part.text}`
    case 'dataTable':
      return plain([part.caption, ...part.rows.flatMap(({ cells }) => cells)])
  }
}

/** Texts in one line. What ends without a stop, such as a cell or an entry of a list, is set apart from what follows. */
function plain(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .reduce(
      (line, text) => (line === '' ? text : `${line}${/[\p{P}]$/u.test(line) ? ' ' : ' · '}${text}`),
      '',
    )
}
