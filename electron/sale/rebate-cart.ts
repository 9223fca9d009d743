import { planRebates, type RebateAsk } from '../../shared/domain/manual-rebate.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { rebateLimitMinor } from '../../shared/domain/staff-rights.ts';
import { readLimits } from '../ledger/limit-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { requireUsableCustomItem } from './custom-item.ts';
import type { LineDiscount } from './discount-cart.ts';
import type { PricedLine } from './price-lines.ts';

/** A rebate as the clerk gives it: how much before tax, under which label, and why. */
export interface AskedRebate {
  amountMinor?: number | undefined;
  basisPoints?: number | undefined;
  customItemId?: number | undefined;
  ledgerCode?: string | undefined;
  reason?: string | undefined;
}

/** The names of a rebate without a custom item. */
export const PLAIN_REBATE = { nameFr: 'Rabais', nameEn: 'Rebate' } as const;

export interface RebateLabel {
  customItemId: number | null;
  nameFr: string;
  nameEn: string;
  /** Null: that of the item it lowers. */
  ledgerCode: string | null;
  reason: string;
}

export interface RebateLimit {
  askedMinor: number;
  /** A clerk's own limit on this item, in cents before tax (settled.md 49). */
  limitMinor: number;
}

interface RebatedLine {
  rebates: LineDiscount[];
  limit: RebateLimit;
}

/** Exactly one of amount and share. Refuses `invalid-input`. */
export function rebateAsk({ amountMinor, basisPoints }: AskedRebate, path: string): RebateAsk {
  if (amountMinor !== undefined && basisPoints === undefined) return { amountMinor };
  if (basisPoints !== undefined && amountMinor === undefined) return { basisPoints };
  return refuse('invalid-input', { issues: [{ path, problem: 'amount-or-percent' }] });
}

/**
 * What the rebate is called and posted to. It says why: by its custom item, or in words.
 * Refuses `reason-needed`, `custom-item-unknown`, `custom-item-inactive`.
 */
export async function readRebateLabel(db: ReadableLedger, asked: AskedRebate): Promise<RebateLabel> {
  const reason = asked.reason ?? '';
  if (asked.customItemId === undefined) {
    if (reason === '') refuse('reason-needed', { choices: [] });
    return { customItemId: null, ...PLAIN_REBATE, ledgerCode: asked.ledgerCode ?? null, reason };
  }
  const { customItemId, nameFr, nameEn, ledgerCode } = await requireUsableCustomItem(
    db,
    'rebate',
    asked.customItemId,
  );
  return { customItemId, nameFr, nameEn, ledgerCode: asked.ledgerCode ?? ledgerCode, reason };
}

/**
 * The rebates by hand of a cart, after its automated discounts: each a discount line of its item, taxed as the item
 * (settled.md 28). Refuses as `planRebates`, `rebateAsk` and `readRebateLabel`.
 */
export async function rebateCart(
  db: ReadableLedger,
  cart: {
    lines: readonly { line: PricedLine; netMinor: number; rebate: AskedRebate | undefined }[];
    rebate: AskedRebate | undefined;
  },
): Promise<RebatedLine[]> {
  const limits = await readLimits(db);
  const whole = cart.rebate && {
    ask: rebateAsk(cart.rebate, 'rebate'),
    label: await readRebateLabel(db, cart.rebate),
  };
  const plan = planRebates(
    cart.lines.map(({ line, netMinor, rebate }, index) => ({
      name: line.nameFr,
      netMinor,
      ask: rebate ? rebateAsk(rebate, `items.${index}.rebate`) : null,
    })),
    whole?.ask ?? null,
  );
  const rebated: RebatedLine[] = [];
  for (const [index, { line, netMinor, rebate }] of cart.lines.entries()) {
    const { ofLineMinor = 0, ofInvoiceMinor = 0 } = plan[index] ?? {};
    const own = rebate ? rebateLine(line, await readRebateLabel(db, rebate), ofLineMinor) : [];
    const shared = whole ? rebateLine(line, whole.label, ofInvoiceMinor) : [];
    rebated.push({
      rebates: [...own, ...shared],
      limit: {
        askedMinor: ofLineMinor + ofInvoiceMinor,
        limitMinor: rebateLimitMinor({ roles: ['clerk'], itemNetMinor: netMinor, limits }) ?? 0,
      },
    });
  }
  return rebated;
}

function rebateLine(line: PricedLine, label: RebateLabel, amountMinor: number): LineDiscount[] {
  if (amountMinor === 0) return [];
  const { customItemId, reason, nameFr, nameEn } = label;
  const ledgerCode = label.ledgerCode ?? line.ledgerCode;
  return [
    { ruleId: null, nameFr, nameEn, code: null, ledgerCode, amountMinor, rebate: { customItemId, reason } },
  ];
}
