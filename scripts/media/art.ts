const ink = '#12324a'
const line = `fill="none" stroke="${ink}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"`
const cross = (x: number, y: number) =>
  `<g stroke="#b3261e" stroke-width="16" stroke-linecap="round"><path d="M${x - 38} ${y - 38} L${x + 38} ${y + 38} M${x + 38} ${y - 38} L${x - 38} ${y + 38}"/></g>`

const eye = (white: string) => `
  <path d="M20 200 Q200 20 380 200 Q200 380 20 200 Z" fill="${white}" stroke="${ink}" stroke-width="10" stroke-linejoin="round"/>
  <circle cx="200" cy="200" r="74" fill="#3f7d95" stroke="${ink}" stroke-width="8"/>
  <circle cx="200" cy="200" r="32" fill="${ink}"/>
  <circle cx="222" cy="178" r="12" fill="#ffffff"/>`

/** The pictures of the clip, each drawn in a square of 400 by 400. */
export const art = {
  lens: `${eye('#ffffff')}<circle cx="200" cy="200" r="112" fill="#8fd3e8" fill-opacity="0.28" stroke="#1d7fa0" stroke-width="6" stroke-dasharray="14 12"/>`,
  night: `
    <circle cx="190" cy="210" r="150" fill="#ffffff" stroke="${ink}" stroke-width="10"/>
    <path d="M190 210 L190 110 M190 210 L182 150" ${line}/>
    <g fill="${ink}"><circle cx="190" cy="84" r="8"/><circle cx="316" cy="210" r="8"/><circle cx="190" cy="336" r="8"/><circle cx="64" cy="210" r="8"/></g>
    <path d="M330 30 A72 72 0 1 0 388 142 A58 58 0 0 1 330 30 Z" fill="#e8b23c" stroke="${ink}" stroke-width="8" stroke-linejoin="round"/>`,
  tap: `
    <path d="M30 90 H180 Q240 90 240 150 V176 H184 V158 Q184 146 172 146 H30 Z" fill="#c9d6de" stroke="${ink}" stroke-width="10" stroke-linejoin="round"/>
    <path d="M112 90 V44 M76 44 H148" ${line}/>
    <path d="M212 204 q-22 34 0 46 q22 -12 0 -46 Z" fill="#4aa3c7" stroke="${ink}" stroke-width="7" stroke-linejoin="round"/>
    <rect x="124" y="316" width="176" height="40" rx="20" fill="#e9f2f6" stroke="${ink}" stroke-width="9"/>
    <circle cx="160" cy="308" r="42" fill="#ffffff" stroke="${ink}" stroke-width="9"/>
    <circle cx="264" cy="308" r="42" fill="#ffffff" stroke="${ink}" stroke-width="9"/>
    ${cross(318, 218)}`,
  redEye: `${eye('#f7d9d4')}
    <g fill="none" stroke="#b3261e" stroke-width="6" stroke-linecap="round">
      <path d="M52 200 q26 -22 50 -10 M66 222 q24 4 44 -4 M348 200 q-26 -22 -50 -10 M334 222 q-24 4 -44 -4 M92 160 q20 8 30 22 M308 160 q-20 8 -30 22"/>
    </g>`,
  spectacles: `
    <circle cx="106" cy="214" r="82" fill="#e3f3f8" stroke="${ink}" stroke-width="12"/>
    <circle cx="294" cy="214" r="82" fill="#e3f3f8" stroke="${ink}" stroke-width="12"/>
    <path d="M186 200 Q200 182 214 200 M26 200 L6 170 M374 200 L394 170" ${line}/>
    <path d="M66 196 L100 160 M254 196 L288 160" fill="none" stroke="#ffffff" stroke-width="12" stroke-linecap="round"/>`,
  record: `
    <rect x="70" y="50" width="260" height="320" rx="18" fill="#ffffff" stroke="${ink}" stroke-width="10"/>
    <rect x="146" y="26" width="108" height="52" rx="14" fill="#c9d6de" stroke="${ink}" stroke-width="9"/>
    <g fill="none" stroke="#1f7a4d" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"><path d="M104 142 l16 18 l30 -36 M104 222 l16 18 l30 -36 M104 302 l16 18 l30 -36"/></g>
    <path d="M180 146 H294 M180 226 H294 M180 306 H262" ${line}/>`,
} as const

/** The name of a picture. */
export type ArtName = keyof typeof art
