import type { Page } from 'playwright-core'
import type { States } from './states.ts'

/** Who looks: nobody signed in, a member with the pack and a record, or a member whom the pack is not open to. */
export type Viewer = 'stranger' | 'member' | 'outsider'

/** A page, or an important state of one. */
export type View = {
  /** File name without width and scheme; also its heading in the gallery. */
  readonly name: string
  readonly title: string
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly path: string | ((states: States) => string)
  readonly as?: Viewer
  /** What the site must answer; anything else ends the script. */
  readonly status?: number
  /** Brings the page into its state. */
  readonly act?: (page: Page) => Promise<void>
  /** Shows the window as it is instead of the page from its top. */
  readonly window?: true
}

const article = '/cet/active/dry-eye-in-practice/'

/** In the order of the gallery. A new page needs a line here and nothing else. */
export const views: readonly View[] = [
  {
    name: 'landing',
    title: 'Front page',
    alt: 'The name of the pack, its summary, and three columns: what it is, for whom, until when.',
    path: '/',
    as: 'stranger',
  },
  {
    name: 'guides',
    title: 'CET and skills guides',
    alt: 'Four panels lead to the pack, interactive points, competencies and the record.',
    path: '/cet/',
  },
  {
    name: 'listing',
    title: 'Active CET',
    alt: 'The nine items of the pack with their points, times and audiences.',
    path: '/cet/active/',
  },
  {
    name: 'article',
    title: 'An article',
    alt: 'Title, authors and facts of an article; its contents beside the learning objectives and the text.',
    path: article,
  },
  {
    name: 'article-inside',
    title: 'Inside an article',
    alt: 'A table of the article; the contents list shows the section that is being read.',
    path: article,
    window: true,
    act: async (page) => {
      await page
        .locator('#examine-from-least-to-most-invasive')
        .evaluate((section) => section.scrollIntoView())
      await page.locator('.contents [aria-current]').first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'article-return',
    title: 'Back at an article',
    alt: 'Above the article stands: Continue where you left off, with the section and a button that forgets it.',
    path: article,
    window: true,
    act: async (page) => {
      await page.locator('#treat-in-steps-and-say-why').evaluate((section) => section.scrollIntoView())
      await page.waitForFunction(() => localStorage.length > 0)
      const address = page.url()
      await page.goto('about:blank')
      await page.goto(address)
      await page.locator('.resume').waitFor()
    },
  },
  {
    name: 'figure',
    title: 'A figure enlarged',
    alt: 'A figure over the whole window, with the way back to the article above it.',
    path: article,
    window: true,
    act: async (page) => {
      await page.locator('.figure-open').first().click()
      await page.locator('.figure-large img').first().waitFor()
    },
  },
  {
    name: 'article-end',
    title: 'The end of an article',
    alt: 'The way to the exam, and a panel that says how the article counts and until when.',
    path: article,
    window: true,
    act: async (page) => {
      await page.locator('#exam-call').evaluate((section) => section.scrollIntoView())
    },
  },
  {
    name: 'article-references',
    title: 'References',
    alt: 'The reference list, whose entries lead back to each citation, and the items before and after.',
    path: article,
    window: true,
    act: async (page) => {
      await page.locator('#references').evaluate((section) => section.scrollIntoView())
    },
  },
  {
    name: 'video',
    title: 'A video',
    alt: 'The player with its poster, chapters and learning objectives.',
    path: '/cet/active/prescribing-audit/',
  },
  {
    name: 'exam',
    title: 'An exam',
    alt: 'The first questions of an exam with their choices.',
    path: '/cet/active/flashes-and-floaters/exam/',
  },
  {
    name: 'exam-error',
    title: 'An exam with answers missing',
    alt: 'A summary above the questions names those that have no answer yet.',
    path: '/cet/active/flashes-and-floaters/exam/',
    act: async (page) => {
      await page.locator('[data-step="review"]').click()
      await page.getByRole('button', { name: 'Send my answers' }).click()
      await page.locator('.error-summary').waitFor()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'exam-passed',
    title: 'An exam that was passed before',
    alt: 'A panel above the questions says that the exam was passed and leads to the result.',
    path: `${article}exam/`,
  },
  {
    name: 'result-passed',
    title: 'A result: passed',
    alt: 'The score, the point that was recorded, and what happens next.',
    path: ({ passed }) => passed,
  },
  {
    name: 'result-failed',
    title: 'A result: not passed',
    alt: 'The score, how many attempts are left, and the way back to the article.',
    path: ({ failed }) => failed,
  },
  {
    name: 'my-cet',
    title: 'My CET',
    alt: 'Points and attempts of a member, and the interactive points that they still need.',
    path: '/my-cet/',
  },
  {
    name: 'interactive',
    title: 'Interactive points',
    alt: 'Meetings that can be booked, soonest first.',
    path: '/cet/interactive/',
  },
  {
    name: 'competencies',
    title: 'Competencies and requirements',
    alt: 'What each registrant type needs, and which items cover each competency.',
    path: '/cet/competencies/',
    as: 'stranger',
  },
  {
    name: 'join',
    title: 'How to join',
    alt: 'Who has access to the pack, with buttons to become a member or to subscribe.',
    path: '/join/',
    as: 'stranger',
  },
  {
    name: 'privacy',
    title: 'Privacy',
    alt: 'What the site knows about its readers, why, and for how long.',
    path: '/privacy/',
    as: 'stranger',
  },
  {
    name: 'signed-out',
    title: 'Signed out',
    alt: 'The record is safe; buttons to sign in again or to go to the front page.',
    path: '/signed-out/',
    as: 'stranger',
  },
  {
    name: 'not-found',
    title: 'Nothing here',
    alt: 'A page that says there is nothing at this address, and where to go instead.',
    path: '/cet/active/nothing-of-this-name/',
    status: 404,
  },
  {
    name: 'not-entitled',
    title: 'Signed in without access',
    alt: 'A page that says why the pack is not open to this account, and how to join.',
    path: article,
    as: 'outsider',
    status: 403,
  },
]
