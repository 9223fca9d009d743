import { z } from 'zod';
import { done, id, instant, language, name, pin, role } from './fields.ts';
import { command, query, session } from './operation.ts';

const member = z.strictObject({ staffId: z.int(), name: z.string(), roles: z.array(role), language });
const roles = z.array(role).min(1).max(3);
const signedIn = z.strictObject({ session: z.string(), staff: member, expiresAt: instant });

export const staffOperations = {
  'staff.names': query({
    access: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      staff: z.array(z.strictObject({ staffId: z.int(), name: z.string(), hasPin: z.boolean(), language })),
    }),
  }),
  'staff.signIn': session({
    access: 'anyone',
    input: z.strictObject({ staffId: id.optional(), name: name.optional(), pin }),
    output: signedIn,
    refusals: ['wrong-pin', 'locked-out'],
  }),
  'staff.setPin': session({
    access: 'anyone',
    input: z.strictObject({ staffId: id, resetCode: z.string().regex(/^\d{8}$/), pin }),
    output: signedIn,
    refusals: ['reset-code-wrong', 'locked-out', 'pin-too-weak'],
  }),
  'staff.signOut': session({ access: 'clerk', input: z.strictObject({}), output: done }),
  'staff.read': query({ access: 'clerk', input: z.strictObject({}), output: member }),
  'staff.setLanguage': command({ access: 'clerk', input: z.strictObject({ language }), output: done }),
  'staff.list': query({
    access: 'administrator',
    input: z.strictObject({}),
    output: z.strictObject({
      staff: z.array(
        member.extend({ active: z.boolean(), hasPin: z.boolean(), lockedUntil: instant.nullable() }),
      ),
    }),
  }),
  /** Not a command: a one-time code must not stand in a stored outcome; the unique name stops a second click. */
  'staff.add': session({
    access: 'administrator',
    input: z.strictObject({ name, roles, language: language.optional() }),
    output: z.strictObject({ staffId: z.int(), resetCode: z.string() }),
    refusals: ['staff-name-taken'],
  }),
  'staff.change': command({
    access: 'administrator',
    input: z.strictObject({ staffId: id, name, roles, language, active: z.boolean() }),
    output: done,
    refusals: ['staff-name-taken', 'last-administrator', 'invalid-input'],
  }),
  /** Not a command either, for the same reason: asked twice, the newer code is the one that works. */
  'staff.resetPin': session({
    access: 'administrator',
    input: z.strictObject({ staffId: id }),
    output: z.strictObject({ resetCode: z.string() }),
    refusals: ['invalid-input'],
  }),
};
