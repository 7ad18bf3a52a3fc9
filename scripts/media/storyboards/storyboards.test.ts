import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { poster, slide } from '../slide.ts'
import { chosenStoryboards, storyboards } from './index.ts'

const products = join(import.meta.dirname, '../../seed/assets/video')

/** The lower edges of the boxes of lines on a slide of 720 rows; the uppermost box begins at 140. */
function lowerEdges(svg: string): number[] {
  return Array.from(svg.matchAll(/<rect x="64" y="(\d+)" width="640" height="(\d+)"/g), ([, y, height]) => {
    return Number(y) + Number(height)
  })
}

describe('choosing clips', () => {
  test('without a name means all of them', () => {
    expect(chosenStoryboards([])).toEqual(storyboards)
  })

  test('by name gives each once, in the usual order', () => {
    const names = storyboards.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const asked = [...names.toReversed(), ...names]
    expect(chosenStoryboards(asked).map(({ name }) => name)).toEqual(names)
    expect(chosenStoryboards(names.slice(-1)).map(({ name }) => name)).toEqual(names.slice(-1))
  })

  test('by a wrong name says which there are', () => {
    expect(() => chosenStoryboards(['prescribing-audit', 'trailer'])).toThrow(
      expect.objectContaining({
        code: 'MEDIA_CLIP_UNKNOWN',
        message: expect.stringContaining('trailer'),
        remedy: expect.stringContaining('contact-lens-aftercare, prescribing-audit'),
      }),
    )
  })
})

describe.each(storyboards.map((storyboard) => [storyboard.name, storyboard] as const))(
  '%s',
  (name, storyboard) => {
    const { scenes, lead } = storyboard

    test('has slides whose lines fit and keep clear of the captions', () => {
      for (const scene of scenes) {
        expect(scene.heading.length).toBeLessThanOrEqual(42)
        const edges = lowerEdges(slide(scene, scene.passages.length))
        expect(edges).toHaveLength(scene.passages.length)
        expect(Math.max(...edges)).toBeLessThanOrEqual(600)
      }
    })

    test('shows a line when its passage begins, and keeps the earlier ones', () => {
      for (const scene of scenes) {
        scene.passages.forEach((_, index) => {
          expect(lowerEdges(slide(scene, index + 1))).toHaveLength(index + 1)
        })
      }
    })

    test('lists its numbered scenes on the poster', () => {
      const numbered = scenes.filter(({ heading }) => /^\d {2}/.test(heading))
      expect(numbered.map(({ heading }) => heading)).toEqual(
        numbered.map(({ chapter }, index) => `${index + 1}  ${chapter}`),
      )
      const drawn = poster(scenes, lead)
      expect(lowerEdges(drawn)).toHaveLength(numbered.length)
      for (const { chapter } of numbered) expect(drawn).toContain(`>${chapter}</text>`)
      expect(Math.max(...lowerEdges(drawn))).toBeLessThanOrEqual(600)
    })

    test('is what the finished clip says, chapter by chapter', () => {
      const finished = JSON.parse(readFileSync(join(products, `${name}.json`), 'utf8'))
      expect(finished.chapters.map(({ title }: { title: string }) => title)).toEqual(
        scenes.map(({ chapter }) => chapter),
      )
      expect(
        finished.passages.map(({ speaker, text }: { speaker: string; text: string }) => ({ speaker, text })),
      ).toEqual(scenes.flatMap(({ passages }) => passages.map(({ speaker, text }) => ({ speaker, text }))))
    })
  },
)
