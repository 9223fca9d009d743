import { createHash } from 'node:crypto';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { canonicalText } from '../../../shared/domain/canonical-text.ts';
import type { OverrideKind } from '../../../shared/domain/sale-override.ts';

/**
 * What an approval is about, whole: a field more or less, or a cent, is another intent (settled.md 13). Each action
 * that may need an approval adds its own intent here.
 */
export interface RefundIntent extends RefundWay {
  action: 'refund';
  /** Who asks: nobody else may use the approval. */
  staffId: number;
  clientId: number;
  reason: string;
  note: string;
  sources: readonly ({ memoId: number } | { paymentId: number })[] | null;
  /** Each way of a refund that goes several, in the order asked; the destination is then `several`. */
  parts?: readonly RefundWay[];
}

/** One way out of a refund, planned whole: what goes there, from which money. */
export interface RefundWay {
  amountMinor: number;
  destination: string;
  terminalId: number | null;
  /** Null when it leaves from no drawer: online, or by cheque. */
  tillId: number | null;
  /** What leaves the drawer, in cents; null when not cash. */
  drawerMinor: number | null;
  /** The payment it was restricted to. */
  originPaymentId: number | null;
  lines: readonly {
    memoId: number | null;
    paymentId: number | null;
    originPaymentId: number;
    amountMinor: number;
  }[];
}

/** A rebate on a billed item, above the limit of the person who gives it. */
export interface RebateIntent {
  action: 'rebate';
  staffId: number;
  clientId: number;
  /** Of the memo, tax included. */
  amountMinor: number;
  itemId: number;
  nameFr: string;
  nameEn: string;
  /** Before tax. */
  netMinor: number;
  reason: string;
  request: RebateRequest;
}

/** An invoice with a rebate above the limit, or let through against a restriction. */
export interface InvoiceIntent {
  action: 'invoice';
  staffId: number;
  clientId: number;
  /** Of the invoice, tax included. */
  amountMinor: number;
  needs: readonly {
    kind: 'rebate' | OverrideKind;
    /** Null when it is about the whole invoice. */
    lineIndex: number | null;
    amountMinor: number;
    reason: string;
  }[];
  lines: readonly {
    nameFr: string;
    nameEn: string;
    personId: number | null;
    quantity: number;
    grossMinor: number;
    netMinor: number;
    totalMinor: number;
  }[];
  request: InvoiceRequest;
}

type InvoiceRequest = Omit<
  ParsedInput<'invoice.issue'>,
  'approvalId' | 'tenders' | 'restAsDeposit' | 'tillId' | 'expectedTotalMinor'
>;
type RebateRequest = Omit<ParsedInput<'rebate.give'>, 'approvalId'>;

export type ApprovalIntent = RefundIntent | RebateIntent | InvoiceIntent;

export const intentText = (intent: ApprovalIntent): string => canonicalText(intent);

/** SHA-256 of an intent's text, in hexadecimal. */
export const hashIntent = (text: string): string => createHash('sha256').update(text).digest('hex');
