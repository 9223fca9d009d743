import { type CardGuardKind, containsCardNumber } from '../../../shared/domain/card-number.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
// Digits as a terminal may print them, whatever stands between; masks included.
const LONG_RUN = /(?:[0-9*•#xX][^\p{L}\p{N}*•#]{0,3}){12,}[0-9]/gu;
const LONG_DIGITS = /\d(?:[^\p{L}\p{N}]{0,3}\d){11,}/gu;
const MASKED = /^[0-9*•#xX\s.-]*[*•#xX][0-9*•#xX\s.-]*?(\d{4})$/u;

/**
 * A text of the terminal that may be kept: shortened, without control characters, and without anything that could be a card
 * number, also when it is cut up by other signs than spaces or runs into other digits. A masked number keeps its last four
 * digits only (terminal.md §3.7).
 */
export function scrubText(text: string, lengthMax: number): string {
  const plain = text
    .slice(0, 4 * lengthMax)
    .normalize('NFKC')
    .replace(INVISIBLE, ' ');
  const masked = plain.replace(LONG_RUN, (run) => {
    const last4 = MASKED.exec(run)?.[1];
    return last4 === undefined ? run : `****${last4}`;
  });
  const clean = masked.replace(LONG_DIGITS, (run) => (mayBeCard(run, 'text') ? '****' : run));
  const short = clean.replace(/\d{13,}/g, '****');
  return (mayBeCard(short, 'text') ? '****' : short).trim().slice(0, lengthMax);
}

/**
 * A reference of the terminal, kept whole or not at all: letters, digits and `._-`, at most `lengthMax`, and no card number.
 * Long digit strings are ordinary here, so only those of a card's length and brand are dropped (settled.md 47).
 */
export function referenceOf(text: string | undefined, lengthMax: number): string | null {
  if (text === undefined || text.length > lengthMax || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text))
    return null;
  return mayBeCard(text, 'typed-number') ? null : text;
}

function mayBeCard(text: string, kind: CardGuardKind): boolean {
  const readings = [
    text,
    text.replace(/[^\p{L}\p{N}]+/gu, ''),
    text.replace(/[^\p{L}\p{N}]+/gu, '-'),
    text.replace(/(?<!\d)0+/g, ''),
  ];
  return readings.some((reading) => containsCardNumber(reading, kind));
}
