import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { layPaper } from '../../shared/document/lay-paper.ts';
import { statementPaper } from '../../shared/document/statement-paper.ts';
import { STATEMENT_KINDS, type StatementKind } from '../../shared/domain/statement.ts';
import { addProduct, approveLeg, itemIdsOf, openClient, requireInProgress, sell } from '../support/goods.ts';
import { paperText } from '../support/paper-text.ts';
import { pdfBytes, pdfPages } from '../support/pdf-text.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

const LANGUAGES = ['fr', 'en'] as const;
let desk: TestService;
let organisation: OutputOf<'organisation.read'>;
const clientIds = new Map<'fr' | 'en', number>();

const at = (date: string) => desk.clock.set(`${date}T15:00:00.000Z`);

interface Live {
  clientId: number;
  personId: number;
  invoiceId: number;
}

/** Two months of two accounts: an old debt, a deposit used later, a card, a credit and its refund, a voided cheque. */
async function liveTwoMonths(): Promise<void> {
  const goggles = await addProduct(desk, 5000, { nameFr: 'Lunettes de natation', nameEn: 'Swim goggles' });
  const lessons = await addProduct(desk, 12_000, {
    nameFr: 'Cours de natation',
    nameEn: 'Swimming lessons',
    taxClass: 'exempt',
  });
  const lives: Live[] = [];
  for (const language of LANGUAGES) {
    const opened = await openClient(desk, {
      name: 'Hélène Desrosiers-Lévesque',
      language,
      address: '12, rue des Lilas, Sainte-Thérèse (Québec) J7E 1A1',
    });
    clientIds.set(language, opened.clientId);
    await sell(desk, {
      clientId: opened.clientId,
      items: [{ productId: lessons, personId: opened.personId }],
    });
    lives.push({ ...opened, invoiceId: 0 });
  }
  at('2026-03-09');
  for (const { clientId } of lives) {
    await desk.call('payment.take', {
      clientId,
      restAsDeposit: true,
      tenders: [{ method: 'cheque', amountMinor: 20_000, chequeNumber: '0042' }],
    });
    const sold = await sell(desk, {
      clientId,
      items: [
        {
          productId: lessons,
          personId: lives[0]?.clientId === clientId ? lives[0].personId : lives[1]?.personId,
        },
      ],
      tenders: [{ method: 'cheque', amountMinor: 12_000, chequeNumber: '0043' }],
    });
    await desk.call('payment.void', { paymentId: sold.payments[0]?.paymentId ?? 0, reason: 'Chèque repris' });
  }
  at('2026-03-20');
  for (const live of lives) {
    const items = [{ productId: goggles, quantity: 2 }];
    const { clientId } = live;
    const sold = await sell(desk, { clientId, items, tenders: [{ method: 'deposit', amountMinor: 8000 }] });
    live.invoiceId = sold.invoiceId ?? 0;
  }
  at('2026-04-02');
  for (const { clientId, invoiceId } of lives) {
    const asked = { clientId, items: [{ productId: goggles }] };
    const tenders = [{ method: 'terminal' as const, amountMinor: 5749 }];
    const leg = requireInProgress(await desk.call('invoice.issue', { ...asked, tenders }));
    await approveLeg(desk, leg.attemptId, 5749);
    const [itemId = 0] = await itemIdsOf(desk, invoiceId);
    await desk.call('item.cancel', { itemId, creditBasisPoints: 5000, reason: 'Une paire rendue' });
  }
  at('2026-04-05');
}

beforeAll(async () => {
  desk = await openTestService();
  organisation = await desk.call('organisation.read', {});
  await liveTwoMonths();
});
afterAll(() => desk.close());

async function paperOf(language: 'fr' | 'en', kind: StatementKind, fromDate = '2026-03-01') {
  const clientId = clientIds.get(language) ?? 0;
  const asked = { clientId, kind, fromDate, toDate: '2026-04-05', message: 'Merci de votre confiance.' };
  return statementPaper({ organisation, copy: 0, statement: await desk.call('statement.preview', asked) });
}

const CASES = LANGUAGES.flatMap((language) => STATEMENT_KINDS.map((kind) => [language, kind] as const));

describe.each(CASES)('%s %s', (language, kind) => {
  test('the PDF, read back', async () => {
    const pages = await pdfPages(await pdfBytes(await paperOf(language, kind)));
    const text = `${pages.join('\n=== page ===\n')}\n`;
    expect(text).toContain('123456789 RT0001');
    expect(text).toContain('1234567890 TQ0001');
    await expect(text).toMatchFileSnapshot(`golden-pdf/statement-${language}-${kind}.txt`);
  });

  test.each([48, 32] as const)('the preview, as %i columns of paper', async (columns) => {
    const paper = await paperOf(language, kind);
    expect(layPaper(paper, columns).filter(({ text }) => text.length > columns)).toEqual([]);
    await expect(`${paperText(paper, columns)}\n`).toMatchFileSnapshot(
      `golden/statement-${language}-${kind}-${columns}.txt`,
    );
  });
});

test('a card is masked, a balance never shows a bare sign, and no word of the other language slips in', async () => {
  const [french = ''] = await pdfPages(await pdfBytes(await paperOf('fr', 'detailed')));
  const [english = ''] = await pdfPages(await pdfBytes(await paperOf('en', 'detailed')));
  expect(french).toContain('Visa **** 4417');
  expect(english).toContain('Visa **** 4417');
  expect(english).not.toMatch(/Facture|Paiement|Solde|TPS/);
  expect(french).not.toMatch(/Invoice|Payment|Balance|GST/);
  const table = (await paperOf('fr', 'detailed')).table;
  expect(table?.rows.filter(({ balance }) => balance.startsWith('-'))).toEqual([]);
});

test('several statements are one PDF: each starts a page, is paged by itself, and repeats its headings', async () => {
  const long = await paperOf('fr', 'detailed');
  const rows = long.table?.rows ?? [];
  const { headings } = long.table ?? { headings: null };
  if (!headings) throw new Error('no table');
  const tall = { ...long, table: { headings, rows: Array.from({ length: 12 }, () => rows).flat() } };
  const pages = await pdfPages(
    await pdfBytes(tall, await paperOf('en', 'simple'), await paperOf('fr', 'simple')),
  );
  const last = pages.length - 1;
  expect(pages.length).toBeGreaterThan(4);
  expect(pages[0]).toContain(`${tall.title} · 1`);
  expect(pages[1]).toContain(`${tall.title} · 2`);
  for (const page of pages.slice(0, last - 1)) expect(page).toContain(headings.what);
  expect(pages[last - 1]).toContain('STATEMENT OF ACCOUNT (preview) · 1');
  expect(pages[last]).toContain('RELEVÉ DE COMPTE (aperçu) · 1');
  expect(pages.filter((page) => page.includes('TPS 123456789'))).toHaveLength(2);
});
