import { savedMethodStatus } from '../../../shared/domain/saved-method.ts';
import { readSavedMethods } from '../../ledger/saved-method-store.ts';
import { requireClient } from '../client/client-rules.ts';
import type { QueryHandler } from '../context.ts';

/** Every card and bank account a client authorised, newest first; the token stays here. */
export const listSavedMethods: QueryHandler<'savedMethod.list'> = async ({ db, localDate }, { clientId }) => {
  await requireClient(db, clientId);
  const methods = (await readSavedMethods(db, clientId)).map((method) => {
    const { clientId: _, clientName: __, state, token: ___, customerToken: ____, ...read } = method;
    const status = savedMethodStatus({ state, expiresOn: read.expiresOn }, localDate);
    return { ...read, status, canCharge: status === 'valid' };
  });
  return { methods };
};
