import { useEffect } from 'react';
import { signOut } from '../connection/session.ts';

const IDLE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;

/** Signs out after five minutes without a key, a touch or a pointer move; work in progress stays for its clerk. */
export function useIdleLock(): void {
  useEffect(() => {
    let lastAt = Date.now();
    const onActivity = () => {
      lastAt = Date.now();
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, onActivity, { passive: true });
    const timer = window.setInterval(() => {
      if (Date.now() - lastAt >= IDLE_MS) void signOut('idle');
    }, LOOK_EVERY_MS);
    return () => {
      window.clearInterval(timer);
      for (const name of events) window.removeEventListener(name, onActivity);
    };
  }, []);
}
