import { updateClient } from '../../ledger/client-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireChangeable, requireFreeCard } from './client-rules.ts';

/** Replaces the account's details: a field left out is emptied, except the language. */
export const changeClient: CommandHandler<'client.change'> = async ({ db }, input) => {
  const client = await requireChangeable(db, input.clientId);
  await requireFreeCard(db, input.cardNumber, input.clientId);
  await updateClient(db, input.clientId, {
    name: input.name,
    language: input.language ?? client.language,
    phone: input.phone ?? '',
    email: input.email ?? '',
    cardNumber: input.cardNumber || null,
    address: input.address ?? '',
    note: input.note ?? '',
  });
  return {};
};
