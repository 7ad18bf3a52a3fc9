/** A caption: when it is shown, in seconds, and its lines. */
export type Cue = {
  readonly start: number
  readonly end: number
  readonly speaker: string
  readonly lines: readonly string[]
}

const lineLength = 40

/**
 * Breaks text into lines between words.
 *
 * @param longest how many characters a line may have; a longer word gets a line of its own.
 */
export function wrap(text: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Breaks text into as few lines as {@link wrap}, but of about the same length, so that no word is left alone. */
export function wrapEvenly(text: string, longest: number): string[] {
  const lines = wrap(text, longest)
  const narrower = wrap(text, longest - 1)
  const fits = narrower.length === lines.length && narrower.every((line) => line.length < longest)
  return fits && lines.length > 1 ? wrapEvenly(text, longest - 1) : lines
}

/**
 * Splits what is said into captions of at most two lines of 40 characters. No caption spans two sentences; a long
 * sentence is cut after a comma or colon where it can be. A caption's share of the time is its share of the letters.
 *
 * @param start when the passage begins, in seconds.
 * @param end when it has been said.
 */
export function cuesOf(speaker: string, text: string, start: number, end: number): Cue[] {
  const parts = text.split(/(?<=[.?!]) /).flatMap(inTwoLines)
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  let said = 0
  return parts.map((part) => {
    const from = start + ((end - start) * said) / total
    said += part.length
    return {
      start: from,
      end: start + ((end - start) * said) / total,
      speaker,
      lines: wrapEvenly(part, lineLength),
    }
  })
}

function inTwoLines(sentence: string): string[] {
  if (wrap(sentence, lineLength).length <= 2) return [sentence]
  const words = sentence.split(' ')
  const cost = (cut: number) => {
    const first = words.slice(0, cut).join(' ')
    const offCentre = Math.abs(first.length - sentence.length / 2)
    return /[,:;]$/.test(first) ? offCentre - 16 : offCentre
  }
  const cuts = words.slice(1).map((_, index) => index + 1)
  const best = cuts.reduce((left, right) => (cost(right) < cost(left) ? right : left))
  return [words.slice(0, best).join(' '), words.slice(best).join(' ')].flatMap(inTwoLines)
}

/** The captions as a WebVTT file; each names who speaks. */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ start, end, speaker, lines }, index) =>
      `${index + 1}\n${timestamp(start)} --> ${timestamp(end)}\n<v ${speaker}>${lines.join('\n')}`,
  )
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`
}

function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const part = (divisor: number, size: number, digits: number) =>
    String(Math.floor(milliseconds / divisor) % size).padStart(digits, '0')
  return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`
}
