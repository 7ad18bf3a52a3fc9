/** A number with its unit: `1 point`, `0.5 points`, `4 competencies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A number of points with its unit. */
export function pointsText(points: number): string {
  return counted(points, 'point')
}

/** A text that begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `about 1 h 10 min`, to the nearest five minutes. */
export function aboutMinutes(minutes: number): string {
  const rounded = Math.max(5, Math.round(minutes / 5) * 5)
  const hours = Math.floor(rounded / 60)
  const rest = rounded % 60
  return `about ${[hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')}`
}

/** `optometrists`, `dispensing opticians`: all persons of a registrant type. */
export function allOf(title: string): string {
  return `${title.toLowerCase()}s`
}

/** `an optometrist`, `a dispensing optician`: one person of a registrant type. */
export function oneOf(title: string): string {
  const name = title.toLowerCase()
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
