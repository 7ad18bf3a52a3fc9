/** What a key does to the player. `skip` is in seconds, `speed` in steps of the list of speeds. */
export type PlayerAction =
  | { readonly kind: 'play' | 'captions' | 'mute' }
  | { readonly kind: 'skip'; readonly seconds: number }
  | { readonly kind: 'speed'; readonly step: 1 | -1 }

const actions: Readonly<Record<string, PlayerAction>> = {
  k: { kind: 'play' },
  j: { kind: 'skip', seconds: -10 },
  l: { kind: 'skip', seconds: 10 },
  c: { kind: 'captions' },
  m: { kind: 'mute' },
  '<': { kind: 'speed', step: -1 },
  '>': { kind: 'speed', step: 1 },
}

/**
 * What a key pressed on the player does. The space bar and the arrows stay with the browser’s own controls, which use them
 * for whatever of the player has the focus.
 *
 * @returns undefined for any other key, and for every key together with Ctrl, Alt or the command key.
 */
export function actionOf(
  pressed: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): PlayerAction | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  return actions[pressed.key.length === 1 ? pressed.key.toLowerCase() : '']
}
