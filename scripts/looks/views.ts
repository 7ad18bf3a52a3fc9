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
    name: 'listing-filtered',
    title: 'Active CET, filtered',
    alt: 'The videos that count for optometrists; above them stands what was chosen and how to take it away.',
    path: '/cet/active/?type=optometrist&format=video#items',
    window: true,
  },
  {
    name: 'listing-empty',
    title: 'Active CET, with nothing left',
    alt: 'No item fits what was chosen; the page says how to see more.',
    path: '/cet/active/?format=video&state=passed#items',
    window: true,
  },
  {
    name: 'search',
    title: 'A search',
    alt: 'What was found for a word, with the sentences in which it stands.',
    path: '/cet/search/?q=retina',
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
      await page.waitForFunction(() =>
        Object.values(localStorage).some((kept) => kept === '#treat-in-steps-and-say-why'),
      )
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
    name: 'exam-one',
    title: 'An exam, one question at a time',
    alt: 'A single question, the way to the next and how far one has come.',
    path: '/cet/active/flashes-and-floaters/exam/',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show one question at a time' }).click()
      await page.getByRole('button', { name: 'Next question' }).waitFor()
    },
  },
  {
    name: 'exam-review',
    title: 'The answers of an exam, to be looked through',
    alt: 'Each question with the answer that was chosen, a way to change it, and the button that sends all.',
    path: '/cet/active/flashes-and-floaters/exam/',
    act: async (page) => {
      for (const question of await page.getByRole('group').all()) {
        const choice = question.getByRole('radio').or(question.getByRole('checkbox')).first()
        if (await choice.isVisible()) await choice.check()
      }
      await page.getByRole('button', { name: 'Review my answers' }).click()
      await page.getByRole('button', { name: 'Send my answers' }).waitFor()
      await page.evaluate(() => scrollTo(0, 0))
    },
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
    name: 'my-cet-plan',
    title: 'My CET: the plan',
    alt: 'The fewest items that close what is missing, each with what it closes.',
    path: '/my-cet/',
    window: true,
    act: async (page) => {
      await page.locator('#plan').evaluate((heading) => heading.scrollIntoView())
    },
  },
  {
    name: 'elsewhere',
    title: 'What a member has elsewhere',
    alt: 'Fields for points and competencies that were reached outside this pack.',
    path: '/my-cet/elsewhere/',
  },
  {
    name: 'goals',
    title: 'Goals',
    alt: 'A goal with its date, and a form for the next one.',
    path: '/my-cet/goals/',
  },
  {
    name: 'calendar',
    title: 'Deadlines in a calendar',
    alt: 'The dates, a file to download, and an address to subscribe to.',
    path: '/my-cet/calendar/',
  },
  {
    name: 'statement',
    title: 'A statement',
    alt: 'Points, competencies and attempts of the cycle, to be printed.',
    path: '/my-cet/statement/',
  },
  {
    name: 'certificates',
    title: 'Certificates',
    alt: 'The certificates of a member, each as a page and as a PDF.',
    path: '/my-cet/certificates/',
  },
  {
    name: 'certificate',
    title: 'A certificate',
    alt: 'For whom, for what, when, and the address at which it can be checked.',
    path: ({ certificate }) => certificate,
  },
  {
    name: 'verify',
    title: 'A certificate that is checked by somebody else',
    alt: 'It stands, and everything that is printed on it.',
    path: ({ certificate }) => certificate.replace('/my-cet/certificates/', '/verify/'),
    as: 'stranger',
  },
  {
    name: 'verify-unknown',
    title: 'A certificate that does not exist',
    alt: 'No certificate has this ID; the field keeps what was typed.',
    path: '/verify/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/',
    as: 'stranger',
    status: 404,
  },
  {
    name: 'offline',
    title: 'Without a connection',
    alt: 'The pages that were kept on this device.',
    path: '/offline/',
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
