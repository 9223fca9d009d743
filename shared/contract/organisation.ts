import { z } from 'zod';
import { amountOrZeroMinor, done, language, name, pin, text } from './fields.ts';
import { command, query } from './operation.ts';

const organisation = {
  name,
  address: text.optional(),
  phone: text.optional(),
  gstNumber: text,
  qstNumber: text,
  language,
  /** The month in which the fiscal year begins, 1 to 12; January when never said. */
  fiscalMonth: z.int().min(1).max(12).optional(),
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
      fiscalMonth: z.int(),
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
  /** The picture at the head of every PDF, as a data address; null without one. */
  'organisation.logo': query({
    access: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      image: z.strictObject({ address: z.string(), width: z.int(), height: z.int() }).nullable(),
    }),
  }),
  /** A PNG or JPEG file as base64, 256 KiB at most; null takes the logo away. */
  'organisation.setLogo': command({
    access: 'administrator',
    upload: true,
    input: z.strictObject({ image: z.base64().min(1).max(16_000_000).nullable() }),
    output: done,
    refusals: ['logo-unusable'],
  }),
  'organisation.change': command({
    access: 'administrator',
    input: z.strictObject(organisation),
    output: z.strictObject({}),
  }),
};
