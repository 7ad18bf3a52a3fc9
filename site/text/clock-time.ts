/** Seconds as a player shows them: `75` becomes `1:15`, `3675` becomes `1:01:15`; a fraction is cut off. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const rest = String(whole % 60).padStart(2, '0')
  const minutes = Math.floor(whole / 60) % 60
  const hours = Math.floor(whole / 3600)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}
