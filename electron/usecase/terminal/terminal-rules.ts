import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type Place, readTerminals } from '../../ledger/terminal-store.ts';

interface Wanted {
  readonly name: string;
  readonly integrated?: Pick<Place, 'poiId'> | undefined;
}

/**
 * Two terminals of one name would be confused on a slip; one device listed twice could be commanded twice at once, since
 * each line would have its own attempt. Refuses `invalid-input`.
 */
export async function requireFreeTerminal(
  db: ReadableLedger,
  { name, integrated }: Wanted,
  terminalId?: number,
): Promise<void> {
  const others = (await readTerminals(db)).filter((row) => row.terminalId !== terminalId);
  if (others.some((row) => foldText(row.name) === foldText(name)))
    refuse('invalid-input', { issues: [{ path: 'name', problem: 'already-taken' }] });
  const poiId = integrated?.poiId.toLowerCase();
  if (poiId && others.some((row) => row.driver === 'nexo' && row.poiId.toLowerCase() === poiId))
    refuse('invalid-input', { issues: [{ path: 'integrated.poiId', problem: 'terminal-listed' }] });
}

export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.address === other.address &&
    one.poiId === other.poiId &&
    one.environment === other.environment &&
    one.saleId === other.saleId
  );
}
