import type { StatementKind } from '../../../shared/domain/statement.ts';

/** What the clerk asked for, as the fields hold it: empty means the default. */
export interface StatementAsk {
  readonly kind: StatementKind;
  readonly fromDate: string;
  readonly toDate: string;
  readonly message: string;
}

export const NEW_ASK: StatementAsk = { kind: 'simple', fromDate: '', toDate: '', message: '' };

/** The fields of a command or preview; those left empty are left out. */
export function inputOf({ kind, fromDate, toDate, message }: StatementAsk) {
  return {
    kind,
    ...periodOf({ fromDate, toDate }),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  };
}

export function periodOf({ fromDate, toDate }: Pick<StatementAsk, 'fromDate' | 'toDate'>) {
  return { ...(fromDate === '' ? {} : { fromDate }), ...(toDate === '' ? {} : { toDate }) };
}
