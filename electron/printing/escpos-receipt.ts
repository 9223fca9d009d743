import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Columns, PaperRow } from '../../shared/document/lay-paper.ts';

/** Code page 16, WPC1252: it has œ, ’ and the no-break space, which 858 and 850 lack. */
const CODE_PAGE = 'windows1252';
/** In windows-1252 beside Latin-1. */
const BEYOND_LATIN = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Rows between the last one and the knife. */
const FEED_ROWS = 4;
/** GS V 1: partial cut. */
const CUT = [0x1d, 0x56, 0x01];
/** Dots of a barcode's narrowest bar (the encoder's 2 is 3 dots); 58 mm paper has 384 dots, too few for 3. */
const BAR_WIDTH: Readonly<Record<Columns, number>> = { 48: 2, 32: 1 };
const BAR_HEIGHT = 60;

/** ESC/POS bytes of these rows on that width, cut at the end; no row is rewrapped, so paper and preview are the same. */
export function encodeReceipt(rows: readonly PaperRow[], columns: Columns): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageMapping: 'epson',
    newline: '\n',
  });
  encoder.initialize().codepage(CODE_PAGE);
  for (const { style, text } of rows) {
    if (style === 'barcode')
      encoder
        .align('center')
        .barcode(text, 'code128', { height: BAR_HEIGHT, width: BAR_WIDTH[columns], text: true })
        .align('left');
    else
      encoder
        .bold(style === 'strong')
        .line(printable(text))
        .bold(false);
  }
  // the encoder's own cut is followed by a line feed, which would open the next paper with an empty row
  return Uint8Array.from([...encoder.newline(FEED_ROWS).encode(), ...CUT]);
}

/**
 * Text as the code page has it, one character for one so that columns stand: an accent the page lacks is dropped
 * (ł stays unknown and prints « ? »), and no control byte of a name reaches the printer.
 */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (isOnPage(character)) return character;
    const bare = character.normalize('NFD').charAt(0);
    return isOnPage(bare) ? bare : '?';
  }).join('');
}

const isOnPage = (character: string) =>
  /^[\u0020-\u007e\u00a0-\u00ff]$/.test(character) || BEYOND_LATIN.includes(character);
