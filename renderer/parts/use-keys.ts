import { useEffect, useRef } from 'react';

type Handler = (() => void) | undefined;
/** Key names as in `KeyboardEvent.key`, with "Control+" in front where needed. */
export type KeyMap = Readonly<Record<string, Handler>>;

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select') ||
      target.isContentEditable)
  );
}

/** An open list or menu takes Esc and Enter for itself. */
function isInOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[aria-expanded="true"], [role="menu"]') !== null;
}

/**
 * Keys of a screen or, with `inDialog`, of a dialog; a screen's keys sleep while a dialog is open. Keys that write
 * (letters, "?", Enter, arrows) are left to the field that has the focus.
 */
export function useKeys(keys: KeyMap, options: { inDialog?: boolean; enabled?: boolean } = {}): void {
  const current = useRef(keys);
  current.current = keys;
  const { inDialog = false, enabled = true } = options;

  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey || event.isComposing) return;
      if (!inDialog && isDialogOpen()) return;
      const name = event.ctrlKey || event.metaKey ? `Control+${event.key.toLowerCase()}` : event.key;
      const handler = current.current[name];
      if (!handler) return;
      const writes = !/^F\d+$|^Control\+|^Escape$/.test(name);
      if (writes && isTyping(event.target)) return;
      if (name === 'Escape' && isInOpenList(event.target)) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [inDialog, enabled]);
}
