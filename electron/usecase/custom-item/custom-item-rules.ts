import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type CustomItemFields, type CustomItemRow, readCustomItem } from '../../ledger/custom-item-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

type Given = Pick<
  ParsedInput<'customItem.add'>,
  'nameFr' | 'nameEn' | 'ledgerCode' | 'taxClass' | 'defaultAmountMinor'
>;

/** The fields as they are kept. Refuses `invalid-input` when a rebate asks for a tax class, or a fee for none. */
export function customItemFields(kind: CustomItemRow['kind'], given: Given): CustomItemFields {
  const taxClass = given.taxClass ?? (kind === 'rebate' ? 'as-item' : 'taxable');
  if ((kind === 'rebate') !== (taxClass === 'as-item'))
    refuse('invalid-input', {
      issues: [{ path: 'taxClass', problem: kind === 'rebate' ? 'rebate-tax' : 'fee-tax' }],
    });
  return {
    kind,
    nameFr: given.nameFr,
    nameEn: given.nameEn ?? '',
    ledgerCode: given.ledgerCode,
    taxClass,
    defaultAmountMinor: given.defaultAmountMinor ?? null,
  };
}

/** Refuses `custom-item-unknown`. */
export async function requireCustomItem(db: ReadableLedger, customItemId: number): Promise<CustomItemRow> {
  return (await readCustomItem(db, customItemId)) ?? refuse('custom-item-unknown', { customItemId });
}
