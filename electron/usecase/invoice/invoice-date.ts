import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { requireOpenDay } from '../../sale/invoice-date.ts';

type DateAsk = Pick<ParsedInput<'invoice.issue'>, 'kind' | 'localDate' | 'dueDate'>;

/** Only an invoice made by hand has a date or a due date of its own. Refuses `invalid-input`, and as `requireOpenDay`. */
export async function invoiceDate(db: ReadableLedger, input: DateAsk, today: string): Promise<string> {
  const issue = (path: string, problem: string) => refuse('invalid-input', { issues: [{ path, problem }] });
  if (input.kind !== 'manual')
    for (const path of ['localDate', 'dueDate'] as const)
      if (input[path] !== undefined) issue(path, 'only-manual');
  const localDate = input.localDate ?? today;
  if (localDate !== today) await requireOpenDay(db, localDate, today);
  if (input.dueDate !== undefined && input.dueDate < localDate) issue('dueDate', 'order');
  return localDate;
}
