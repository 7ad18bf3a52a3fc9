import { AikenReader } from './aiken/read.ts'
import { CsvReader } from './csv/read.ts'
import { GiftReader } from './gift/read.ts'
import { JsonReader } from './json/read.ts'
import { MoodleXmlReader } from './moodle-xml/read.ts'
import type { QuestionFormat } from './problem.ts'
import { runReader } from './push-reader.ts'
import { readQti } from './qti/read.ts'
import type { Read } from './settle.ts'
import type { QuestionSource } from './source.ts'

/**
 * Reads questions one after the other, so that a file of any length takes no more memory than its longest question (of a
 * QTI package: than the package as it is packed).
 *
 * Whatever the source holds, it never throws: what cannot be converted comes as a problem with its place, as does what was
 * left out of a question that was.
 */
export function readQuestions(format: QuestionFormat, source: QuestionSource): AsyncGenerator<Read> {
  switch (format) {
    case 'gift':
      return runReader(format, source, new GiftReader())
    case 'aiken':
      return runReader(format, source, new AikenReader())
    case 'moodle-xml':
      return runReader(format, source, new MoodleXmlReader())
    case 'csv':
      return runReader(format, source, new CsvReader())
    case 'json':
      return runReader(format, source, new JsonReader())
    case 'qti':
      return readQti(source)
  }
}
