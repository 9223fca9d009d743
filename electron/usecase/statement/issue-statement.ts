import { formatNumber } from '../../../shared/domain/document-number.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { isEmptyStatement, layStatement } from '../../../shared/domain/statement.ts';
import type { CommandHandler } from '../context.ts';
import { planStatement } from './plan-statement.ts';

/** Records a statement: the client's next one begins the day after its end (domain.md B22). */
export const issueStatement: CommandHandler<'statement.issue'> = async ({ db, staff }, asked) => {
  const planned = await planStatement(db, asked, db.localDate);
  const { client, fromDate, toDate } = planned;
  const laid = layStatement(planned.movements, planned);
  if (isEmptyStatement(laid)) refuse('statement-nothing', { clientName: client.name, fromDate, toDate });
  const number = formatNumber('RC', await db.nextNumber('RC'));
  const statementId = await db.insert('statement', {
    number,
    client_id: client.clientId,
    kind: asked.kind,
    from_date: fromDate,
    to_date: toDate,
    opening_minor: laid.openingMinor,
    closing_minor: laid.closingMinor,
    language: client.language,
    message: asked.message ?? '',
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  return { statementId, number, fromDate, toDate, closingMinor: laid.closingMinor };
};
