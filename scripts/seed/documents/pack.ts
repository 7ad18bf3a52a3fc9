import type { Pack, SiteSettings } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { notice } from '../notice.ts'

/** The pack that closes early enough for points to be accepted before the cycle ends. */
export const pack: Authored<Pack> = {
  _id: 'pack-survival-2021',
  _type: 'pack',
  title: 'CET survival pack 2021',
  slug: slug('cet-survival-pack-2021'),
  summary:
    'Short of points as the cycle ends? Seven articles and two videos from earlier issues, each with a brand-new multiple-choice exam: nine non-interactive points in one place until 28 December 2021.',
  introduction:
    'Choose an item whose competencies you still need, read or watch it at your own pace, then take its exam. Each pass earns one non-interactive point. Work through the items in any order: what you have passed is kept under My CET. Each item names the reference of its first publication, so that you can see whether you took it then.',
  items: [
    ref('article-dry-eye-in-practice'),
    ref('article-flashes-and-floaters'),
    ref('video-contact-lens-aftercare'),
    ref('article-low-vision-in-practice'),
    ref('article-paediatric-dispensing'),
    ref('article-anisometropia-and-prism'),
    ref('article-contact-lens-complications'),
    ref('article-prescribing-anterior-uveitis'),
    ref('video-prescribing-audit'),
  ],
  framework: ref('framework-cet-2019'),
  opensOn: '2021-09-01',
  closesOn: '2021-12-28',
  timeZone: 'Europe/London',
  acceptanceAdvice:
    'A point counts only once you have accepted it. After a pass the provider uploads your point; it then waits as pending in MyGOC until you accept it. The General Optical Council’s office is closed over Christmas and New Year, so do not leave this to the last days: accept your points by 31 December 2021, then check your dashboard for the total, for interactive points and for every competency of your own registrant type.',
}

/** What the whole site shares. Nothing depends on it, so it is written last. */
export const siteSettings: Authored<SiteSettings> = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  title: 'Survival pack',
  description: 'Clinical articles and videos with exams for optometrists and opticians. A demonstration.',
  notice,
  activePack: ref(pack._id),
  howToJoin:
    'The pack is open to members of the association and to subscribers of the magazine. If you have joined or subscribed within the last two days, your access may still be on its way: sign out and in again later, or write to us.',
  joinUrl: 'https://example.org/join',
  subscribeUrl: 'https://example.org/subscribe',
  contactEmail: 'cet@example.org',
}
