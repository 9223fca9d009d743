import { useCallback, useEffect, useState } from 'react';
import type { TerminalGesture, VirtualTerminalView } from '../../shared/contract/virtual-terminal.ts';

const LOOK_MS = 400;

/** What the virtual terminal shows now, looked at again and again; `isGone` once its process does not answer. */
export function useTerminal() {
  const [view, setView] = useState<VirtualTerminalView>();
  const [isGone, setGone] = useState(false);
  const look = useCallback(async (request: Promise<Response>) => {
    try {
      const response = await request;
      if (!response.ok) throw new Error(String(response.status));
      setView((await response.json()) as VirtualTerminalView);
      setGone(false);
    } catch {
      setGone(true);
    }
  }, []);
  useEffect(() => {
    let timer: number | undefined;
    const again = async () => {
      await look(fetch('/state'));
      timer = window.setTimeout(() => void again(), LOOK_MS);
    };
    void again();
    return () => window.clearTimeout(timer);
  }, [look]);
  const act = (gesture: TerminalGesture) =>
    void look(
      fetch('/gesture', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(gesture),
      }),
    );
  return { view, isGone, act };
}
