/** True for a browser that asks for a page; anything else is answered in JSON. */
export function wantsPage(request: Request): boolean {
  return /\btext\/html\b/i.test(request.headers.get('accept') ?? '')
}
