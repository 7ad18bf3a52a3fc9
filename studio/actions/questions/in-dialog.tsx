import { Card, Spinner } from '@sanity/ui'
import { type ReactNode, Suspense, useEffect } from 'react'

/** Shows that a dialog is on its way while its code is loaded, and gives the focus back when it has gone. */
export function InDialog({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    return () => {
      requestAnimationFrame(focusMenu)
    }
  }, [])
  return (
    <Suspense
      fallback={
        <Card padding={4} role="status">
          <Spinner aria-label="Loading" muted />
        </Card>
      }
    >
      {children}
    </Suspense>
  )
}

/** The entry of the menu that opened the dialog is no longer there, so its button gets the focus. */
function focusMenu(): void {
  if (document.activeElement !== document.body) return
  document
    .querySelector<HTMLElement>('[data-testid="pane-footer"] [data-testid="action-menu-button"]')
    ?.focus()
}
