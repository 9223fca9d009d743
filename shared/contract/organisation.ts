import { z } from 'zod';
import { amountOrZeroMinor, language, name, pin, text } from './fields.ts';
import { command, query } from './operation.ts';

const organisation = {
  name,
  address: text.optional(),
  phone: text.optional(),
  gstNumber: text,
  qstNumber: text,
  language,
};

export const organisationOperations = {
  'organisation.read': query({
    access: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      isSetUp: z.boolean(),
      name: z.string(),
      address: z.string(),
      phone: z.string(),
      gstNumber: z.string(),
      qstNumber: z.string(),
      language,
      timeZone: z.string(),
      isDemonstration: z.boolean(),
      /** Where a person plays the client of a demonstration's virtual terminal; null without one. */
      virtualTerminalPage: z.string().nullable(),
    }),
  }),
  'organisation.setUp': command({
    access: 'anyone',
    input: z.strictObject({
      ...organisation,
      administrator: z.strictObject({ name, pin }),
      tillName: name.optional(),
      terminalName: name.optional(),
      safeOpeningMinor: amountOrZeroMinor.optional(),
    }),
    output: z.strictObject({
      staffId: z.int(),
      tillId: z.int(),
      terminalId: z.int().nullable(),
      walkInClientId: z.int(),
    }),
    refusals: ['already-set-up', 'pin-too-weak'],
  }),
  'organisation.change': command({
    access: 'administrator',
    input: z.strictObject(organisation),
    output: z.strictObject({}),
  }),
};
