export const PIN_DIGITS_MIN = 6;
export const PIN_DIGITS_MAX = 12;

const LONGEST_REPEATED_PATTERN = 3;

function isSequence(pin: string, step: 1 | -1): boolean {
  for (let index = 1; index < pin.length; index += 1) {
    // modulo, since 789012 is guessed as soon as 123456
    if ((Number(pin[index - 1]) + step + 10) % 10 !== Number(pin[index])) return false;
  }
  return true;
}

function isRepeated(pin: string): boolean {
  for (let length = 1; length <= LONGEST_REPEATED_PATTERN; length += 1) {
    const pattern = pin.slice(0, length);
    if (pin === pattern.repeat(Math.ceil(pin.length / length)).slice(0, pin.length)) return true;
  }
  return false;
}

/** Whether a PIN is among the first that anyone would try: one digit, a sequence up or down, a repeated pattern. */
export function isPinTooWeak(pin: string): boolean {
  return isRepeated(pin) || isSequence(pin, 1) || isSequence(pin, -1);
}
