import { createHash } from 'node:crypto';
import { canonicalText } from '../../../shared/domain/canonical-text.ts';

/**
 * What an approval is about, whole: a field more or less, or a cent, is another intent (settled.md 13). Each action
 * that may need an approval adds its own intent here.
 */
export interface RefundIntent {
  action: 'refund';
  /** Who asks: nobody else may use the approval. */
  staffId: number;
  clientId: number;
  amountMinor: number;
  destination: string;
  terminalId: number | null;
  tillId: number;
  /** What leaves the drawer, in cents; null when not cash. */
  drawerMinor: number | null;
  reason: string;
  note: string;
  sources: readonly ({ memoId: number } | { paymentId: number })[] | null;
  originPaymentId: number | null;
  lines: readonly {
    memoId: number | null;
    paymentId: number | null;
    originPaymentId: number;
    amountMinor: number;
  }[];
}

export type ApprovalIntent = RefundIntent;

export const intentText = (intent: ApprovalIntent): string => canonicalText(intent);

/** SHA-256 of an intent's text, in hexadecimal. */
export const hashIntent = (text: string): string => createHash('sha256').update(text).digest('hex');
