import { planFee } from '../../../shared/domain/cancellation-fee.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import { findCustomItems, readCustomItem } from '../../ledger/custom-item-store.ts';
import type { CreditedItemRow } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import type { AskedItem } from './plan-cancellation.ts';

/** A fee kept on the cancellation of one item, as its line will say it. */
export interface PlannedFee extends TaxedAmount {
  itemId: number;
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
}

interface FeeLabel {
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
  isTaxed: boolean;
}

/** Until an organisation has a fee item of its own. */
const USUAL_LABEL: FeeLabel = {
  nameFr: 'Frais d’annulation',
  nameEn: 'Cancellation fee',
  ledgerCode: 'FRAIS-ANNULATION',
  isTaxed: true,
};

/**
 * The fee with its taxes and the label and ledger code of a custom fee item: the one named, or the only one there is.
 * Taxes inside the amount unless said otherwise (domain.md §0.4).
 * Refuses `fee-exceeds-credit`, `fee-item-needed`, `custom-item-unknown`, `invalid-input`.
 */
export async function planItemFee(
  db: ReadableLedger,
  given: { asked: AskedItem['fee']; item: CreditedItemRow; credit: TaxedAmount; localDate: string },
): Promise<PlannedFee | null> {
  const { asked, item, credit, localDate } = given;
  if (!asked) return null;
  const { amountMinor, basisPoints } = asked;
  if ((amountMinor === undefined) === (basisPoints === undefined))
    refuse('invalid-input', { issues: [{ path: 'fee', problem: 'choose-one-of-two' }] });
  const label = await feeLabel(db, asked.customItemId, false);
  const fee = planFee({
    ask: amountMinor === undefined ? { basisPoints: basisPoints ?? 0 } : { amountMinor },
    taxMode: label.isTaxed ? (asked.taxMode ?? 'included') : 'none',
    credit,
    localDate,
  });
  return fee.totalMinor === 0 ? null : { ...fee, ...labelOf(label, item), itemId: item.itemId };
}

function labelOf({ nameFr, nameEn, ledgerCode }: FeeLabel, item: CreditedItemRow) {
  const english = nameEn === '' ? nameFr : nameEn;
  return {
    nameFr: `${nameFr} · ${item.nameFr}`,
    nameEn: `${english} · ${item.nameEn === '' ? item.nameFr : item.nameEn}`,
    ledgerCode,
  };
}

/** A fee that a policy proposes, with its label. */
export async function labelProposedFee(
  db: ReadableLedger,
  given: { fee: TaxedAmount; customItemId: number | undefined; item: CreditedItemRow },
): Promise<PlannedFee> {
  const label = await feeLabel(db, given.customItemId, true);
  return { ...given.fee, ...labelOf(label, given.item), itemId: given.item.itemId };
}

/**
 * Refuses `custom-item-unknown`, and `fee-item-needed` when there are several to choose from. What a policy names goes
 * on serving it after it left the lists.
 */
export async function feeLabel(
  db: ReadableLedger,
  customItemId: number | undefined,
  isOfPolicy: boolean,
): Promise<FeeLabel> {
  if (customItemId !== undefined) {
    const named = await readCustomItem(db, customItemId);
    if (named?.kind !== 'fee' || !(named.active || isOfPolicy))
      refuse('custom-item-unknown', { customItemId });
    return { ...named, isTaxed: named.taxClass === 'taxable' };
  }
  const fees = await findCustomItems(db, { kind: 'fee', text: '', includeInactive: false });
  const [only] = fees;
  if (fees.length > 1 && !isOfPolicy)
    refuse('fee-item-needed', { choices: fees.map(({ nameFr }) => nameFr) });
  return only && fees.length === 1 ? { ...only, isTaxed: only.taxClass === 'taxable' } : USUAL_LABEL;
}
