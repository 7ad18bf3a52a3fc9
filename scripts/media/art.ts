const ink = '#12324a'
const line = `fill="none" stroke="${ink}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"`
const cross = (x: number, y: number) =>
  `<g stroke="#b3261e" stroke-width="16" stroke-linecap="round"><path d="M${x - 38} ${y - 38} L${x + 38} ${y + 38} M${x + 38} ${y - 38} L${x - 38} ${y + 38}"/></g>`

const eye = (white: string) => `
  <path d="M20 200 Q200 20 380 200 Q200 380 20 200 Z" fill="${white}" stroke="${ink}" stroke-width="10" stroke-linejoin="round"/>
  <circle cx="200" cy="200" r="74" fill="#3f7d95" stroke="${ink}" stroke-width="8"/>
  <circle cx="200" cy="200" r="32" fill="${ink}"/>
  <circle cx="222" cy="178" r="12" fill="#ffffff"/>`

/** Twenty records, of which so many meet the criterion. */
const tally = (met: number) => {
  const squares = Array.from({ length: 20 }, (_, index) => {
    const x = 28 + (index % 5) * 70
    const y = 10 + Math.floor(index / 5) * 70
    const tick = `<path d="M${x + 15} ${y + 32} l12 14 l22 -28" fill="none" stroke="#ffffff" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`
    return `<rect x="${x}" y="${y}" width="60" height="60" rx="10" fill="${index < met ? '#1f7a4d' : '#ffffff'}" stroke="${ink}" stroke-width="7"/>${index < met ? tick : ''}`
  })
  return `${squares.join('')}<text x="200" y="364" font-size="66" font-weight="bold" text-anchor="middle" fill="${ink}">${met} of 20</text>`
}

const person = (x: number, y: number, colour: string) => `
  <path d="M${x - 62} ${y + 132} Q${x - 62} ${y + 52} ${x} ${y + 52} Q${x + 62} ${y + 52} ${x + 62} ${y + 132} Z" fill="${colour}" stroke="${ink}" stroke-width="9" stroke-linejoin="round"/>
  <circle cx="${x}" cy="${y}" r="42" fill="#f0d3bf" stroke="${ink}" stroke-width="9"/>`

/** The pictures of the clips, each drawn in a square of 400 by 400. */
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
  loop: `
    <circle cx="200" cy="200" r="146" fill="none" stroke="#0b6b83" stroke-width="16"/>
    ${[-38, 52, 142, 232].map((angle) => `<path d="M-24 -30 L26 0 L-24 30 Z" fill="#0b6b83" transform="rotate(${angle} 200 200) translate(346 200) rotate(90)"/>`).join('')}
    <g fill="#ffffff" stroke="${ink}" stroke-width="9"><circle cx="200" cy="54" r="42"/><circle cx="346" cy="200" r="42"/><circle cx="200" cy="346" r="42"/><circle cx="54" cy="200" r="42"/></g>
    <g font-size="46" font-weight="bold" text-anchor="middle" fill="${ink}"><text x="200" y="70">1</text><text x="346" y="216">2</text><text x="200" y="362">3</text><text x="54" y="216">4</text></g>`,
  question: `
    <rect x="40" y="30" width="236" height="320" rx="16" fill="#ffffff" stroke="${ink}" stroke-width="10"/>
    <path d="M80 96 H236 M80 150 H200 M80 204 H150 M80 258 H140" ${line}/>
    <circle cx="252" cy="218" r="86" fill="#e3f3f8" stroke="${ink}" stroke-width="14"/>
    <path d="M316 284 L376 346" fill="none" stroke="${ink}" stroke-width="26" stroke-linecap="round"/>
    <text x="252" y="258" font-size="118" font-weight="bold" text-anchor="middle" fill="#0b6b83">?</text>`,
  tallyBefore: tally(12),
  tallyAfter: tally(18),
  team: `
    ${person(90, 158, '#8a4b08')}${person(310, 158, '#0b6b83')}
    <path d="M20 300 H380" ${line}/>
    <rect x="150" y="306" width="100" height="66" rx="8" fill="#ffffff" stroke="${ink}" stroke-width="8"/>
    <path d="M172 328 H228 M172 350 H212" fill="none" stroke="${ink}" stroke-width="7" stroke-linecap="round"/>
    <path d="M120 30 H280 Q300 30 300 50 V84 Q300 104 280 104 H222 L200 132 L178 104 H120 Q100 104 100 84 V50 Q100 30 120 30 Z" fill="#ffffff" stroke="${ink}" stroke-width="9" stroke-linejoin="round"/>
    <g fill="#b3261e"><circle cx="150" cy="67" r="10"/><circle cx="200" cy="67" r="10"/><circle cx="250" cy="67" r="10"/></g>`,
} as const

/** The name of a picture. */
export type ArtName = keyof typeof art
