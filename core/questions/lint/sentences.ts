/** Abbreviations of clinical English whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|cf|e\.g|i\.e|approx|ca|no|No|Fig|fig|et al|\p{Lu})\.$/u

/**
 * Splits a stem into its sentences. A line break ends one as well; a colon does not, because what follows it belongs to
 * what comes before.
 *
 * @returns sentences without the spaces around them, none empty
 */
export function sentences(stem: string): string[] {
  return stem.split(/\n+/).flatMap((line) => {
    const found: string[] = []
    let rest = ''
    for (const piece of line.split(/(?<=[.?!…]["”’')\]]*)\s+(?=["“‘'([]*[\p{Lu}\p{N}])/u)) {
      rest = rest === '' ? piece : `${rest} ${piece}`
      if (ABBREVIATION.test(rest)) continue
      found.push(rest)
      rest = ''
    }
    return [...found, rest].map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  })
}

/** A sentence that asks, whatever follows the question mark within quotation marks or brackets. */
export function isAsking(sentence: string): boolean {
  return /\?["”’')\]]*$/.test(sentence) || /\?\s*[([][^()[\]]*[)\]]$/.test(sentence)
}

/** A sentence that only says how to answer: “Select two.”, “Choose all that apply.”, “(Tick one box.)” */
export function isInstruction(sentence: string): boolean {
  return INSTRUCTION.test(sentence)
}

/**
 * The sentence of a stem that asks: the last one with a question mark, else the last one that is not a bare
 * instruction. A vignette before it may deny whatever it likes.
 *
 * @returns `undefined` when there is nothing but instructions
 */
export function askingSentence(stem: string): string | undefined {
  const all = sentences(stem)
  return all.findLast(isAsking) ?? all.findLast((sentence) => !isInstruction(sentence))
}

const INSTRUCTION =
  /^[([]?\s*(?:please\s+)?(?:select|choose|pick|tick|mark|check|give)\s+(?:(?:the|any|exactly|only|just|best|correct|right|most|appropriate|single|your|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|all|every|as many|as|that|which|apply|applies|answers?|options?|choices?|boxe?s?|box|responses?|of|from|below|following|list|more|or|and|are|is)\b\s*)+[.!:)\]]*$/i
