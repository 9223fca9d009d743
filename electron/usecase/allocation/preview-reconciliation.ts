import { requireClient } from '../client/client-rules.ts';
import type { QueryHandler } from '../context.ts';
import { planAccount } from './plan-account.ts';

export const previewReconciliation: QueryHandler<'allocation.plan'> = async ({ db }, { clientId }) => {
  await requireClient(db, clientId);
  const { sources, links, restMinor, owedMinor } = await planAccount(db, clientId);
  return {
    sources: sources.map(({ kind, id, number, at, openMinor, heldMinor }) => ({
      kind,
      id,
      number,
      at,
      openMinor,
      heldMinor,
    })),
    shares: links.map(({ source, item, amountMinor }) => ({
      source: { kind: source.kind, id: source.id, number: source.number },
      itemId: item.itemId,
      invoiceNumber: item.invoiceNumber,
      nameFr: item.nameFr,
      nameEn: item.nameEn,
      dueDate: item.dueDate,
      amountMinor,
    })),
    restMinor,
    owedMinor,
  };
};
