/** A wedge types a whole code faster than any hand (terminal.md §6). */
const BETWEEN_KEYS_MS = 55;
const WHOLE_SCAN_MS = 1500;
const SHORTEST = 4;
/** What our codes are made of: no space, at least one digit. Words typed fast, and pasted, are not codes. */
const CODE = /^(?=.*\d)[0-9A-Za-z./-]+$/;
/** Keys a scanner holds while it types a capital. */
const HELD: ReadonlySet<string> = new Set(['Shift', 'CapsLock']);

export interface Heard {
  /** This key may be the first of a scan. */
  readonly began: boolean;
  /** This key came right after another, as no hand types: no shortcut is meant by it. */
  readonly follows: boolean;
  readonly code: string | null;
}

const NOTHING: Heard = { began: false, follows: false, code: null };

/**
 * Tells a scanner's keys from a person's by their timing. It sees every key with its time in milliseconds and owns no
 * clock. A scan is four characters or more, at most 55 ms apart, 1.5 s in all, closed by Enter or Tab.
 */
export class ScanRecogniser {
  #text = '';
  #beganAtMs = 0;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  hear(key: string, atMs: number): Heard {
    if (HELD.has(key)) return NOTHING;
    const isLate = atMs - this.#lastAtMs > BETWEEN_KEYS_MS || atMs - this.#beganAtMs > WHOLE_SCAN_MS;
    if (key === 'Enter' || key === 'Tab') {
      const code = this.#text;
      this.forget();
      const isScan = !isLate && code.length >= SHORTEST && CODE.test(code);
      return { ...NOTHING, code: isScan ? code : null };
    }
    if ([...key].length !== 1) {
      this.forget();
      return NOTHING;
    }
    const began = isLate || this.#text === '';
    if (began) {
      this.#text = '';
      this.#beganAtMs = atMs;
    }
    this.#text += key;
    this.#lastAtMs = atMs;
    return { began, follows: !began, code: null };
  }

  /** A key with Ctrl or Alt, a click, another window: what was heard is no scan. */
  forget(): void {
    this.#text = '';
    this.#lastAtMs = Number.NEGATIVE_INFINITY;
  }
}
