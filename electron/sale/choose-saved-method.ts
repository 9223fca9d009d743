import { refuse } from '../../shared/domain/refusal.ts';
import { savedMethodStatus } from '../../shared/domain/saved-method.ts';
import { savedMethodOf, type Tender } from '../../shared/domain/tender.ts';
import { readGateway } from '../ledger/gateway-store.ts';
import { readSavedMethod, type SavedMethodRow } from '../ledger/saved-method-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

/**
 * A saved method that this client's money may come from today. Refuses `saved-method-unknown`,
 * `saved-method-other-client`, `saved-method-unusable`.
 */
export async function requireChargeable(
  db: ReadableLedger,
  asked: { savedMethodId: number; clientId: number; localDate: string },
): Promise<SavedMethodRow> {
  const { savedMethodId } = asked;
  const method = await readSavedMethod(db, savedMethodId);
  if (!method) refuse('saved-method-unknown', { savedMethodId });
  if (method.clientId !== asked.clientId)
    refuse('saved-method-other-client', { clientName: method.clientName });
  const status = savedMethodStatus(method, asked.localDate);
  if (status !== 'valid') refuse('saved-method-unusable', { last4: method.last4, status });
  return method;
}

/** Who charges saved methods: the program, or a person at the processor's own pages. Refuses `gateway-missing`. */
export async function requireGatewayDriver(db: ReadableLedger): Promise<'gateway' | 'by-hand'> {
  const { kind } = await readGateway(db);
  if (kind === 'none') refuse('gateway-missing', {});
  return kind === 'by-hand' ? 'by-hand' : 'gateway';
}

/**
 * Checks every saved method the tenders charge, before anything is written. An eCheck, which takes days, never holds up
 * another leg. Refuses as `requireChargeable`, and `saved-method-other-kind`, `echeck-alone`, `gateway-missing`,
 * `gateway-key-missing`.
 */
export async function requireSavedTenders(
  db: ReadableLedger,
  asked: { tenders: readonly Tender[]; clientId: number; localDate: string; hasKey: boolean },
): Promise<void> {
  const saved = asked.tenders.filter((tender) => savedMethodOf(tender) !== null);
  if (saved.length === 0) return;
  if ((await requireGatewayDriver(db)) === 'gateway' && !asked.hasKey) refuse('gateway-key-missing', {});
  for (const tender of saved) {
    const method = await requireChargeable(db, { ...asked, savedMethodId: savedMethodOf(tender) ?? 0 });
    if ((tender.method === 'echeck') !== (method.kind === 'bank'))
      refuse('saved-method-other-kind', { kind: method.kind });
  }
  const legs = asked.tenders.filter(
    (tender) => tender.method === 'terminal' || savedMethodOf(tender) !== null,
  );
  if (legs.length > 1 && legs.some((tender) => tender.method === 'echeck')) refuse('echeck-alone', {});
}
