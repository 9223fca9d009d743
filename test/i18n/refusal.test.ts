import { describe, expect, test } from 'vitest';
import { CONTRACT } from '../../shared/contract/contract.ts';
import { COMMON_REFUSALS } from '../../shared/contract/operation.ts';
import { en, fr } from '../../shared/i18n/catalogs.ts';
import { describeFailure } from '../../shared/i18n/describe-failure.ts';
import { openTranslator } from '../../shared/i18n/translator.ts';

const french = openTranslator('fr');
const english = openTranslator('en');
const NBSP = '\u00a0';

const SAMPLES: Readonly<Record<string, unknown>> = {
  list: ['Caisse 1', 'Caisse 2'],
  time: '2026-03-02T14:00:00.000Z',
  date: '2026-03-02',
  instant: '2026-03-02T14:00:00.000Z',
  word: 'Zoé',
};

/** One detail with every field that any refusal puts in its sentence: no sentence may show a hole. */
const EVERYTHING: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    Object.values(fr.refusal)
      .flatMap((words) => [...words.matchAll(/\{\{(\w+)(?:, (\w+))?\}\}/g)])
      .map(([, field, format]) => [field, SAMPLES[format ?? 'word'] ?? 1234]),
  ),
  issues: [{ path: 'name', problem: 'required' }],
};

const variablesOf = (words: string) =>
  [...words.matchAll(/\{\{([^}]+)\}\}/g)].map(([, inner]) => inner).sort();

describe('words of a refusal', () => {
  const codes = Object.keys(fr.refusal) as (keyof typeof fr.refusal)[];

  test('both languages have the same sentences, with the same amounts and choices in them', () => {
    expect(Object.keys(en.refusal)).toEqual(codes);
    for (const code of codes)
      expect(variablesOf(en.refusal[code]), code).toEqual(variablesOf(fr.refusal[code]));
  });

  test('whatever an operation of the contract may refuse is worded, without a hole, in both', () => {
    const listed = new Set([...COMMON_REFUSALS, ...Object.values(CONTRACT).flatMap((each) => each.refusals)]);
    for (const code of listed)
      for (const translator of [french, english]) {
        const words = describeFailure(translator, { code, detail: EVERYTHING });
        expect(words, code).not.toMatch(/\{\{|undefined|NaN|\[object|^refusal\./);
        expect(words.length, code).toBeGreaterThan(10);
      }
  });
});

describe('describeFailure', () => {
  const say = (code: string, detail: object) => [
    describeFailure(french, { code, detail }, 'America/Toronto'),
    describeFailure(english, { code, detail }, 'America/Toronto'),
  ];

  test('an amount that would pass is written as money', () => {
    expect(say('refund-exceeds-refundable', { maximumMinor: 12_000 })).toEqual([
      `On peut rembourser au plus 120,00${NBSP}$.`,
      'At most $120.00 can be refunded.',
    ]);
  });

  test('who counts blind never reads what the drawer holds (settled.md 38)', () => {
    for (const words of say('drawer-short', { maximumMinor: null })) expect(words).not.toMatch(/\d/);
    expect(say('drawer-short', { maximumMinor: 4_500 })[1]).toContain('$45.00');
  });

  test('a limit names the limit that was met', () => {
    const detail = { limitMinor: 20_000, availableMinor: 1_500, per: 'day' };
    expect(say('refund-above-limit', detail)[1]).toContain('$200.00 a day; $15.00 is left today');
  });

  test('an invalid field is named in the words of the screen, a limit in cents becomes dollars', () => {
    const issues = [{ path: 'tenders.0.tenderedMinor', problem: 'too-small', limit: 1 }];
    expect(say('invalid-input', { issues })[0]).toBe(
      `Le champ «${NBSP}montant reçu${NBSP}» n'est pas accepté${NBSP}: il est trop petit; au moins 0,01${NBSP}$.`,
    );
  });

  test('a problem without words of its own is still a sentence', () => {
    const issues = [{ path: 'whatever.3', problem: 'something-new' }];
    expect(say('invalid-input', { issues })[1]).toBe('“whatever” is not accepted: it is not valid.');
  });

  test('one row or many', () => {
    expect(say('import-refused', { rows: [], refusedCount: 1 })[0]).toMatch(/^Une ligne est/);
    expect(say('import-refused', { rows: [], refusedCount: 7 })[0]).toMatch(/^7 lignes sont/);
  });

  test('a wait is told in the time of the organisation', () => {
    const [words] = say('locked-out', { untilAt: '2026-11-23T22:05:00.000Z' });
    expect(words).toContain(`17${NBSP}h${NBSP}05`.replaceAll(NBSP, words?.includes(' h ') ? ' ' : NBSP));
  });

  test('a name is only a name, whatever it looks like', () => {
    const clientName = '$t(refusal.not-set-up) {{x}} <b>';
    expect(say('client-archived', { clientName })[1]).toBe(
      `The account of ${clientName} is archived; choose an active one.`,
    );
  });
});
