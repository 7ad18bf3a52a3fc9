import { html } from 'hono/html'
import type { Problem } from '../../core/index.ts'
import type { Fragment } from './site-page.ts'

/** What is said around the form that holds a member's answers. */
export type WaitingWords = {
  readonly before: Fragment
  /** Of the button that sends the same again. */
  readonly button: string
  readonly after?: Fragment
}

const signIn = html`<a href="/sign-in?to=${encodeURIComponent('/my-cet/')}" target="_blank" rel="noreferrer">Sign in (opens in a new tab)</a>`
const comeBack = html`<li>Come back to this tab and go on.</li>`
const page = 'in this page for as long as it stays open'
const wait = `wait ${page}`
const waits = `waits ${page}`

/** How the person whose page this is takes the place of the member who is signed in. */
const changeOver = (member: string) =>
  html`<ol><li><form method="post" action="/sign-out" target="_blank"><button class="button-secondary" type="submit">Sign out ${member} (opens in a new tab)</button></form></li>
<li>Sign in there as yourself.</li>${comeBack}</ol>`

/**
 * What a member has to do before the answers on a problem's page can be sent again. Every step opens a tab of its own:
 * whoever leaves this page loses the answers.
 *
 * @param member the name of the member who is signed in.
 * @returns undefined for a problem that sending again cannot solve.
 */
export function waitingWords({ code, remedy }: Problem, member = ''): WaitingWords | undefined {
  switch (code) {
    case 'session/missing':
    case 'session/expired':
      return {
        before: html`<p>Your answers have not been sent. They are on this page:</p>
<ol><li>${signIn}.</li>${comeBack}</ol>`,
        button: 'I have signed in: go on with my answers',
      }
    case 'session/not-entitled':
      return {
        before: html`<p>Your answers have not been counted, and no attempt has been used. They ${wait}:</p>
<ol><li><a href="/join/" target="_blank" rel="noreferrer">How to join or subscribe (opens in a new tab)</a>, if ${member} has done neither yet.</li>
<li>${signIn} with the account that may open the pack.</li>${comeBack}</ol>`,
        button: 'I have signed in again: go on with my answers',
      }
    case 'submission/foreign-attempt':
      return {
        before: html`<p>You are signed in as <strong>${member}</strong>, and these answers belong to another member’s page. They have not been counted for anybody, and no attempt has been used.</p>
<p>The answers ${wait}. If they are yours:</p>
${changeOver(member)}`,
        button: 'These answers are mine and I have signed in: go on',
        after: html`<p>If you are ${member}, sit the exam from a page of your own: <a href="/cet/active/" target="_blank" rel="noreferrer">Active CET (opens in a new tab)</a>.</p>`,
      }
    case 'server/busy':
    case 'server/unexpected':
      return {
        before: html`<p>${remedy}</p>
<p>Your answers ${wait}. However often you send them, they count once.</p>`,
        button: 'Try again with my answers',
      }
    default:
      return undefined
  }
}

/** The same for what a member entered in their own room, see {@link waitingWords}. */
export function waitingEntryWords({ code, remedy }: Problem, member = ''): WaitingWords | undefined {
  switch (code) {
    case 'session/missing':
    case 'session/expired':
      return {
        before: html`<p>What you entered has not been saved. It is on this page:</p>
<ol><li>${signIn}.</li>${comeBack}</ol>`,
        button: 'I have signed in: save what I entered',
      }
    case 'entry/foreign-form':
      return {
        before: html`<p>You are signed in as <strong>${member}</strong>, and this was entered in another member’s page. Nothing has been saved or changed for anybody.</p>
<p>What was entered ${waits}. If it is yours:</p>
${changeOver(member)}`,
        button: 'This is mine and I have signed in: save it',
        after: html`<p>If you are ${member}, enter what is yours in a page of your own: <a href="/my-cet/" target="_blank" rel="noreferrer">My CET (opens in a new tab)</a>.</p>`,
      }
    case 'server/busy':
    case 'server/unexpected':
      return {
        before: html`<p>${remedy}</p>
<p>What you entered ${waits}.</p>`,
        button: 'Try again with what I entered',
      }
    default:
      return undefined
  }
}
