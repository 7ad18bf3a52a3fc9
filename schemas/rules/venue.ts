/**
 * Holds the venue to the place: needed for a meeting that one travels to, misleading beside one that is online.
 *
 * @param place - `online` or `venue`
 * @param venue - name and town
 * @returns `true`, also while the place is not chosen (another rule asks for it), or what to change
 */
export function venueFitsPlace(place: unknown, venue: string | undefined): true | string {
  const named = venue !== undefined && venue.trim() !== ''
  if (place === 'venue' && !named) return 'Write the name and town of the venue.'
  if (place === 'online' && named) return 'Clear the venue, or choose “At a venue”: it cannot be both.'
  return true
}
