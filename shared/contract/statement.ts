import { z } from 'zod';
import { STATEMENT_KINDS, STATEMENT_LINE_KINDS } from '../domain/statement.ts';
import { id, instant, language, localDate, notes, paymentMethod, signedMinor } from './fields.ts';
import { command, query } from './operation.ts';

const MESSAGE_MAX = 500;
const CHOSEN_MAX = 5000;

const kind = z.enum(STATEMENT_KINDS);
/** Both included; left out: the day after the client's last statement, and yesterday. */
const period = { fromDate: localDate.optional(), toDate: localDate.optional() };
const asked = {
  clientId: id,
  kind,
  ...period,
  /** Printed on the statement. */
  message: notes.pipe(z.string().max(MESSAGE_MAX)).optional(),
};

/** Which document paid which, or what a deposit or credit was put to; cents, negative when taken back. */
const link = z.strictObject({
  number: z.string(),
  nameFr: z.string(),
  nameEn: z.string(),
  amountMinor: signedMinor,
});

const line = z.strictObject({
  kind: z.enum(STATEMENT_LINE_KINDS),
  localDate,
  number: z.string(),
  /** Item names of an invoice, or the reason of a credit memo or a void. */
  descriptionFr: z.string(),
  descriptionEn: z.string(),
  /** How money came or went, its card or cheque masked. */
  method: paymentMethod.nullable(),
  cardBrand: z.string().nullable(),
  cardLast4: z.string().nullable(),
  chequeNumber: z.string().nullable(),
  /** Positive: the client owes more by it. 0 for a deposit or credit put to use. */
  amountMinor: signedMinor,
  balanceMinor: signedMinor,
  /** Detailed only. */
  items: z.array(
    z.strictObject({
      nameFr: z.string(),
      nameEn: z.string(),
      personName: z.string().nullable(),
      quantity: z.int(),
      netMinor: z.int(),
    }),
  ),
  taxes: z.strictObject({ gstMinor: z.int(), qstMinor: z.int() }).nullable(),
  links: z.array(link),
});

const statementRead = z.strictObject({
  /** Null in a preview. */
  statementId: z.int().nullable(),
  number: z.string().nullable(),
  clientId: z.int(),
  clientNumber: z.string(),
  clientName: z.string(),
  clientAddress: z.string(),
  language,
  kind,
  fromDate: localDate,
  toDate: localDate,
  message: z.string(),
  staffName: z.string(),
  localDate,
  at: instant,
  /** Positive: the client owes (domain.md §0.2). */
  openingMinor: signedMinor,
  closingMinor: signedMinor,
  lines: z.array(line),
  /** What is owed on items, by days since each was due. */
  aged: z.strictObject({
    upTo30Minor: z.int(),
    upTo60Minor: z.int(),
    upTo90Minor: z.int(),
    over90Minor: z.int(),
  }),
  /** Money held for the client at the end of the period: deposits, and credits not used. */
  depositMinor: z.int(),
  creditMinor: z.int(),
  /** The client's statement before this one. */
  previous: z.strictObject({ number: z.string(), toDate: localDate, closingMinor: signedMinor }).nullable(),
});

/** Statements of account (domain.md B22). */
export const statementOperations = {
  'statement.preview': query({
    access: 'clerk',
    input: z.strictObject(asked),
    output: statementRead,
    refusals: [
      'client-unknown',
      'statement-walk-in',
      'statement-after-today',
      'statement-already-made',
      'statement-end-before-start',
    ],
  }),
  'statement.candidates': query({
    access: 'clerk',
    input: z.strictObject({
      /** Everybody whose balance is not zero at the end, who had movements in the period, or the chosen ones. */
      who: z.enum(['balance', 'moved', 'chosen']),
      clientIds: z.array(id).max(CHOSEN_MAX).optional(),
      ...period,
    }),
    output: z.strictObject({
      toDate: localDate,
      clients: z.array(
        z.strictObject({
          clientId: z.int(),
          number: z.string(),
          name: z.string(),
          language,
          closingMinor: signedMinor,
          movementCount: z.int(),
          last: z.strictObject({ number: z.string(), toDate: localDate }).nullable(),
        }),
      ),
      /** More than 5,000 are found: only the first by name are listed. */
      hasMore: z.boolean(),
    }),
    refusals: ['statement-after-today', 'statement-end-before-start'],
  }),
  'statement.issue': command({
    access: 'clerk',
    input: z.strictObject(asked),
    output: z.strictObject({
      statementId: z.int(),
      number: z.string(),
      fromDate: localDate,
      toDate: localDate,
      closingMinor: signedMinor,
    }),
    refusals: [
      'client-unknown',
      'statement-walk-in',
      'statement-after-today',
      'statement-already-made',
      'statement-end-before-start',
      'statement-nothing',
    ],
  }),
  /** A statement as it was made: what came after it changes nothing of it. */
  'statement.read': query({
    access: 'clerk',
    input: z.strictObject({ statementId: id }),
    output: statementRead,
    refusals: ['statement-unknown'],
  }),
  'statement.list': query({
    access: 'clerk',
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({
      statements: z.array(
        z.strictObject({
          statementId: z.int(),
          number: z.string(),
          kind,
          fromDate: localDate,
          toDate: localDate,
          closingMinor: signedMinor,
          staffName: z.string(),
          at: instant,
        }),
      ),
    }),
    refusals: ['client-unknown'],
  }),
};
