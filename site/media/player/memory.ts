/**
 * What this device remembers. A browser may refuse to store anything (a private window, a full disk, a policy); then nothing is
 * remembered and everything else works.
 */
export const memory = {
  /** What is stored under a name; null when nothing is, or when it cannot be read. */
  read(name: string): string | null {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  },
  /** Stores a text, or removes it when it is undefined. */
  write(name: string, text: string | undefined): void {
    try {
      if (text === undefined) localStorage.removeItem(name)
      else localStorage.setItem(name, text)
    } catch {
      // Nothing is remembered then; see above.
    }
  },
}
