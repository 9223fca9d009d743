import { z } from 'zod';
import { PRINTED_KINDS, PRINTER_PROBLEMS } from '../domain/printing.ts';
import { done, hostAddress, id, name, text } from './fields.ts';
import { command, query } from './operation.ts';

/** What a printer of the computer holds: a receipt roll, or letter sheets. */
const page = z.enum(['roll', 'letter']);
const columns = z.union([z.literal(48), z.literal(32)]);

export const printerOperations = {
  /** Each till's printer, what waits for it, and why it does not print. */
  'printer.list': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({
      printers: z.array(
        z.strictObject({
          tillId: z.int(),
          tillName: z.string(),
          kind: z.enum(['none', 'network', 'file', 'system']),
          /** Of a network printer, or the name of one of the computer's own. */
          address: z.string(),
          columns,
          page,
          printsReceipts: z.boolean(),
          waiting: z.int(),
          problem: z.enum(PRINTER_PROBLEMS).nullable(),
        }),
      ),
    }),
  }),
  /** The printers that this computer knows by name; null where the program runs in a browser, which has none. */
  'printer.system': query({
    access: 'administrator',
    input: z.strictObject({}),
    output: z.strictObject({
      printers: z
        .array(z.strictObject({ name: z.string(), label: z.string(), isDefault: z.boolean() }))
        .nullable(),
    }),
  }),
  /** Gives a till its printer, or takes it away; what waited for a printer taken away is dropped. */
  'printer.set': command({
    access: 'administrator',
    input: z.strictObject({
      tillId: id,
      printer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({
          kind: z.literal('network'),
          address: hostAddress,
          columns,
          printsReceipts: z.boolean(),
        }),
        z.strictObject({ kind: z.literal('file'), columns, printsReceipts: z.boolean() }),
        z.strictObject({
          kind: z.literal('system'),
          address: name,
          columns,
          page,
          printsReceipts: z.boolean(),
        }),
      ]),
    }),
    output: done,
    refusals: ['till-unknown', 'no-system-printers'],
  }),
  /**
   * Puts a document in a till's queue: of that till, else of the only one that has a printer, else of the only open
   * one. From the second time on it prints as a copy (`copy` above 0). `number` is the one in its title.
   */
  'printer.print': command({
    access: 'clerk',
    input: z.strictObject({ tillId: id.optional(), kind: z.enum(PRINTED_KINDS), number: text }),
    output: z.strictObject({ tillName: z.string(), copy: z.int() }),
    refusals: ['till-unknown', 'till-choice-needed', 'no-printer', 'document-unknown'],
  }),
};
