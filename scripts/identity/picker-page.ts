import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import { sampleMembers } from './members.ts'

const style = `
:root { color-scheme: light dark; --ink: #1c2630; --soft: #52606d; --paper: #f4f6f8; --card: #fff; --line: #c9d2da; --accent: #0b5a8a; --note: #fff4d6; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f5; --soft: #a9b5c0; --paper: #14191e; --card: #1e252c; --line: #3a4650; --accent: #7cc4ef; --note: #3a3013; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
.note { background: var(--note); border-left: .3rem solid #b98500; padding: .75rem 1rem; margin: 0 0 1.5rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem; }
button { width: 100%; text-align: left; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; cursor: pointer; }
button:hover { border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
strong { display: block; }
small { color: var(--soft); font-size: .95rem; }
.cancel { margin-top: 1.5rem; }
.cancel button { width: auto; background: none; }
`

/** The policy of this page: no script at all, and its one style sheet by its hash. */
export const pickerPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`

/**
 * The page on which a developer chooses whom to sign in as.
 *
 * @param action where the choice is sent.
 */
export async function pickerPage(action: string): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in as a sample member</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>Sign in as a sample member</h1>
<p class="note">For development and demonstration only: no password is asked for, and everybody here is invented.</p>
<form method="post" action="${action}">
<ul>
${sampleMembers.map(
  (member) => html`<li><button name="member" value="${member.id}"><strong>${member.name}</strong>
<small>${member.about} · GOC ${member.gocNumber}</small></button></li>`,
)}
</ul>
<p class="cancel"><button name="member" value="">Cancel</button></p>
</form>
</main>
</body>
</html>`,
  )
}

/** A short page of the provider itself: something went wrong, or a session has ended. */
export async function notePage(title: string, text: string): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>`,
  )
}
