import { recordAudit } from '../../ledger/audit-event.ts';
import { insertTerminal } from '../../ledger/terminal-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireFreeTerminal } from './terminal-rules.ts';

/** How a desk calls itself towards a terminal unless somebody chose another name. */
const USUAL_SALE_ID = 'Guichet';

export const addTerminal: CommandHandler<'terminal.add'> = async ({ db, staff }, input) => {
  const { name, deviceNumber = '', integrated } = input;
  await requireFreeTerminal(db, input);
  const terminalId = await insertTerminal(db, {
    name,
    deviceNumber,
    integrated: integrated && { ...integrated, saleId: integrated.saleId ?? USUAL_SALE_ID },
  });
  await recordAudit(db, {
    kind: 'terminal.added',
    staffId: staff.staffId,
    subject: `terminal:${terminalId}`,
  });
  return { terminalId };
};
