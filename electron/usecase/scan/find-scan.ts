import type { OutputOf } from '../../../shared/contract/contract.ts';
import {
  type DocumentNumber,
  formatNumber,
  formatZNumber,
  parseNumber,
} from '../../../shared/domain/document-number.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readProduct, readProductOfCode } from '../../ledger/product-store.ts';
import {
  readClientOfCode,
  readInvoiceOfNumber,
  readPaymentOfNumber,
  readRefundOfNumber,
} from '../../ledger/scan-store.ts';
import { readZReports } from '../../ledger/z-report-store.ts';
import type { QueryHandler } from '../context.ts';

type Found = OutputOf<'scan.find'>;

const UNKNOWN: Found = { kind: 'unknown' };

/** A document's own number first, then a product's barcode or code, then a client's card. */
export const findScan: QueryHandler<'scan.find'> = async ({ db }, { code }) => {
  const number = parseNumber(code);
  const document = number === null ? UNKNOWN : await findDocument(db, number);
  if (document.kind !== 'unknown') return document;
  const [known] = await readProductOfCode(db, { code, barcode: code });
  const product = known && (await readProduct(db, known.productId));
  if (product)
    return { kind: 'product', productId: product.productId, code: product.code, active: product.active };
  const client = await readClientOfCode(db, code);
  return client ? { kind: 'client', ...client } : UNKNOWN;
};

async function findDocument(db: ReadableLedger, number: DocumentNumber): Promise<Found> {
  if (number.series === 'Z') {
    const [close] = await readZReports(db, number.tillId, 1, number.count);
    return close ? { kind: 'close', zNumber: formatZNumber(number.tillId, number.count) } : UNKNOWN;
  }
  const printed = formatNumber(number.series, number.count);
  switch (number.series) {
    case 'F':
    case 'NC': {
      const invoice = await readInvoiceOfNumber(db, printed);
      return invoice ? { kind: 'invoice', ...invoice, isWalkIn: invoice.isWalkIn === 1 } : UNKNOWN;
    }
    case 'R': {
      const payment = await readPaymentOfNumber(db, printed);
      return payment ? { kind: 'payment', ...payment } : UNKNOWN;
    }
    case 'RB': {
      const refund = await readRefundOfNumber(db, printed);
      return refund ? { kind: 'refund', ...refund } : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}
