import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/i18n/format.ts';
import { insertClient } from '../../ledger/client-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireFreeCard, withOneOwner } from './client-rules.ts';

/** Opens an account with its people; its language is the organisation's unless said otherwise (settled.md 57). */
export const openClient: CommandHandler<'client.open'> = async ({ db }, input) => {
  await requireFreeCard(db, input.cardNumber);
  const organisation = await readOrganisation(db);
  return await openAccount(db, input, organisation?.language ?? 'fr');
};

/** The part that the CSV import shares; the card number has been checked. */
export async function openAccount(
  db: WritableLedger,
  input: ParsedInput<'client.open'>,
  defaultLanguage: Language,
): Promise<{ clientId: number; number: string; personIds: number[] }> {
  return await insertClient(
    db,
    {
      kind: input.kind ?? 'household',
      name: input.name,
      language: input.language ?? defaultLanguage,
      phone: input.phone,
      email: input.email,
      cardNumber: input.cardNumber || null,
      address: input.address,
      note: input.note,
    },
    withOneOwner(input.people ?? []),
  );
}
