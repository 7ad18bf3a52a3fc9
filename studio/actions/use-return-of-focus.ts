import { useCallback, useEffect, useRef } from 'react'

/**
 * Brings the keyboard back to where it was before a dialog, once the dialog is gone. Studio's dialogs leave it at the
 * beginning of the page.
 *
 * @param open - whether the dialog is there
 * @returns what to call when the dialog is asked for, while the control that asks still has the focus
 */
export function useReturnOfFocus(open: boolean): () => void {
  const before = useRef<Element>(null)
  useEffect(() => {
    if (!open) return undefined
    return () => {
      const control = before.current
      // After the dialog's own clean-up; by then a control that was disabled meanwhile can take it again.
      setTimeout(() => {
        if (control instanceof HTMLElement && control.isConnected) control.focus()
      }, 100)
    }
  }, [open])
  return useCallback(() => {
    before.current = document.activeElement
  }, [])
}
