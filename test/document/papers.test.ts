import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditNotePaper } from '../../shared/document/credit-note-paper.ts';
import { depositSlipPaper } from '../../shared/document/deposit-slip-paper.ts';
import { invoicePaper } from '../../shared/document/invoice-paper.ts';
import { type Columns, layPaper } from '../../shared/document/lay-paper.ts';
import type { Paper } from '../../shared/document/paper.ts';
import type { PaperOrganisation } from '../../shared/document/paper-frame.ts';
import { paymentPaper } from '../../shared/document/payment-paper.ts';
import { refundPaper } from '../../shared/document/refund-paper.ts';
import { xPaper } from '../../shared/document/x-paper.ts';
import { zPaper } from '../../shared/document/z-paper.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import { addProduct, openClient, sellOne } from '../support/goods.ts';
import { paperText } from '../support/paper-text.ts';
import { pdfBytes, pdfPages } from '../support/pdf-text.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

const LANGUAGES = ['fr', 'en'] as const;
/** Prices whose totals fall in each tier of required fields: under 100 $, under 500 $, above. */
const TIERS = { low: 1999, middle: 19_999, high: 59_999 } as const;
const TIER_NAMES = Object.keys(TIERS) as (keyof typeof TIERS)[];
const WIDTHS: readonly Columns[] = [48, 32];
const KINDS = ['receipt', 'invoice', 'payment', 'credit-note', 'refund', 'refund-merchant'] as const;
const CASES = KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => TIER_NAMES.map((tier) => [kind, language, tier] as const)),
);

/** Papers of the house and a credit by hand, whose fields no tier changes. */
const PLAIN_KINDS = ['manual-credit', 'x-report', 'z-report', 'deposit-slip'] as const;
const PLAIN_CASES = PLAIN_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

const HEAD = '0123456789abcdef'.repeat(4);
const papers = new Map<string, Paper>();
let desk: TestService;

beforeAll(async () => {
  desk = await openTestService();
  const organisation = await desk.call('organisation.read', {});
  const goods = { type: 'merchandise', ledgerCode: '4000' } as const;
  const exempt = await desk.call('product.add', {
    ...goods,
    code: 'COURS',
    nameFr: 'Cours de natation pour débutants, groupe du samedi',
    nameEn: 'Beginners’ swimming lessons, Saturday group',
    priceMinor: 1000,
    taxClass: 'exempt',
  });
  for (const [tier, priceMinor] of Object.entries(TIERS)) {
    const taxed = await desk.call('product.add', {
      ...goods,
      code: tier,
      nameFr: 'Chandail à capuchon',
      nameEn: 'Hooded sweater',
      priceMinor,
      taxClass: 'taxable',
    });
    for (const language of LANGUAGES) {
      const keep = (paper: Paper) => papers.set(`${paper.kind} ${language} ${tier}`, paper);
      const { clientId } = await desk.call('client.open', {
        name: 'Hélène Desrosiers-Lévesque',
        language,
        people: [{ givenName: 'Hélène', familyName: 'Desrosiers', isOwner: true }],
      });
      const items = [{ productId: taxed.productId }, { productId: exempt.productId, quantity: 2 }];
      const tenders = [{ method: 'cash' as const, tenderedMinor: 100_000 }];
      const sold = await desk.call('invoice.issue', { clientId, items, tenders });
      const later = await desk.call('invoice.issue', { clientId, items });
      if (sold.state !== 'done' || later.state !== 'done') throw new Error('a sale waits');
      const source = { organisation, copy: 0 };
      const [payment] = await Promise.all(
        sold.payments.map(({ paymentId }) => desk.call('payment.read', { paymentId })),
      );
      if (!payment) throw new Error('no payment');
      const invoice = await desk.call('invoice.read', { invoiceId: sold.invoiceId ?? 0 });
      keep(invoicePaper({ ...source, kind: 'receipt', invoice, payments: [payment] }));
      keep(paymentPaper({ ...source, payments: [payment] }));
      const owed = await desk.call('invoice.read', { invoiceId: later.invoiceId ?? 0 });
      keep(invoicePaper({ ...source, copy: 2, kind: 'invoice', invoice: owed, payments: [] }));
      const { memoId, totalMinor } = await desk.call('item.cancel', {
        itemId: invoice.items[0]?.itemId ?? 0,
        reason: 'Taille épuisée',
      });
      keep(creditNotePaper({ ...source, credit: await desk.call('credit.read', { memoId: memoId ?? 0 }) }));
      const { refundId } = await desk.call('refund.issue', {
        clientId,
        amountMinor: totalMinor,
        destination: 'cash',
        reason: 'client-request',
      });
      await desk.call('refund.settle', { refundId, answer: 'approved' });
      const refund = await desk.call('refund.read', { refundId });
      keep(refundPaper({ ...source, refund, isMerchants: false }));
      keep(refundPaper({ ...source, copy: 1, refund, isMerchants: true }));
    }
  }
  for (const language of LANGUAGES) await keepManualCredit(organisation, language);
  const said = new Map(LANGUAGES.map((language) => [language, { ...organisation, language }]));
  await takeCheque();
  const x = await desk.call('till.readX', {});
  await desk.call('till.payOut', { amountMinor: 1500, reason: 'Timbres', ledgerCode: '6100' });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 25_000 });
  await desk.call('till.count', { totalMinor: 25_000 });
  await desk.call('till.close', { differenceReason: 'Erreur de monnaie' });
  const made = await desk.call('depositSlip.make', {
    cashMinor: 5000,
    zNumbers: ['Z-1-0001'],
    chequePaymentIds: (await desk.call('depositSlip.plan', {})).cheques.map(({ paymentId }) => paymentId),
    note: 'Sac scellé 1187',
  });
  const slip = await desk.call('depositSlip.read', { depositSlipId: made.depositSlipId });
  // Every ledger has its own chain: the goldens need a head that stands still.
  const z = { ...(await desk.call('till.readZ', { zNumber: 'Z-1-0001' })), chainHash: HEAD };
  for (const [language, its] of said) {
    papers.set(`x-report ${language}`, xPaper({ organisation: its, copy: 0, x }));
    papers.set(`z-report ${language}`, zPaper({ organisation: its, copy: 0, z }));
    papers.set(`deposit-slip ${language}`, depositSlipPaper({ organisation: its, copy: 0, slip }));
  }
});
afterAll(() => desk.close());

async function keepManualCredit(organisation: PaperOrganisation, language: 'fr' | 'en'): Promise<void> {
  const { clientId } = await openClient(desk, { name: 'Marc-André Gélinas', language });
  const { memoId } = await desk.call('credit.issue', {
    clientId,
    amountMinor: 3000,
    taxMode: 'waived',
    label: 'Geste commercial',
    ledgerCode: '4900',
    reason: 'Piscine fermée le 2 mars',
  });
  const credit = await desk.call('credit.read', { memoId });
  papers.set(`manual-credit ${language}`, creditNotePaper({ organisation, copy: 0, credit }));
}

async function takeCheque(): Promise<void> {
  const productId = await addProduct(desk, 12_000, { nameFr: 'Location de salle', taxClass: 'exempt' });
  const { clientId } = await openClient(desk, { name: 'Club d’échecs' });
  const tender = {
    method: 'cheque' as const,
    amountMinor: 12_000,
    chequeNumber: '0042',
    bank: 'Desjardins',
  };
  await sellOne(desk, productId, clientId, [tender]);
}

const paperOf = (name: string): Paper => {
  const paper = papers.get(name);
  if (!paper) throw new Error(`no paper ${name}`);
  return paper;
};

describe.each(WIDTHS)('%i columns', (columns) => {
  test.each(CASES)('%s %s %s', async (kind, language, tier) => {
    const paper = paperOf(`${kind} ${language} ${tier}`);
    await expect(`${paperText(paper, columns)}\n`).toMatchFileSnapshot(
      `golden/${kind}-${language}-${tier}-${columns}.txt`,
    );
  });

  test.each(PLAIN_CASES)('%s %s', async (kind, language) => {
    const text = paperText(paperOf(`${kind} ${language}`), columns);
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/${kind}-${language}-${columns}.txt`);
  });

  test('no row is wider than the paper, and no amount is cut', () => {
    expect(papers.size).toBe(CASES.length + PLAIN_CASES.length);
    for (const paper of papers.values()) {
      const rows = layPaper(paper, columns);
      expect(rows.filter(({ text }) => text.length > columns)).toEqual([]);
      const text = rows.map((row) => row.text).join('\n');
      expect(text).toContain(formatMoney(paper.total.amountMinor ?? 0, paper.language));
    }
  });
});

test.each(CASES)('%s %s %s has its required fields', (kind, language, tier) => {
  const paper = paperOf(`${kind} ${language} ${tier}`);
  const text = paperText(paper, 48);
  expect(text).toContain('Centre récréatif du Faubourg');
  expect(text).toContain(`${language === 'fr' ? 'TPS' : 'GST'} 123456789 RT0001`);
  expect(text).toContain(`${language === 'fr' ? 'TVQ' : 'QST'} 1234567890 TQ0001`);
  expect(text).toContain('Hélène Desrosiers-Lévesque');
  expect(text).toContain('2026');
  expect(text).not.toMatch(/14[.,]975/);
  const isTaxed = kind === 'receipt' || kind === 'invoice' || kind === 'credit-note';
  expect(paper.taxes.length).toBe(isTaxed ? 3 : 0);
  if (isTaxed)
    expect(paper.taxes.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)).toBe(paper.total.amountMinor);
  if (kind === 'invoice') {
    expect(text).toContain(language === 'fr' ? 'DUPLICATA / COPIE 2' : 'DUPLICATE / COPY 2');
    expect(text).toContain(language === 'fr' ? 'Modalités' : 'Terms');
    expect(text).toContain(language === 'fr' ? 'Chandail à capuchon' : 'Hooded sweater');
  }
  if (kind === 'credit-note') {
    expect(text).toContain(language === 'fr' ? 'NOTE DE CRÉDIT NC-' : 'CREDIT NOTE NC-');
    expect(text).toMatch(language === 'fr' ? /Facture visée\u00a0: F-/ : /Invoice adjusted: F-/);
    expect(text).toContain(language === 'fr' ? 'Chandail à capuchon' : 'Hooded sweater');
    expect(text).toContain(language === 'fr' ? 'Servi par\u00a0: founder' : 'Served by: founder');
    expect(paper.items.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)).toBe(
      paper.taxes[0]?.amountMinor,
    );
  }
  expect(paper.signature === null).toBe(kind !== 'refund-merchant');
});

test('the Z prints the head of the chain and the difference', () => {
  const paper = paperOf('z-report fr');
  expect(paper.footer.at(-1)).toBe(HEAD);
  expect(paper.total.amountMinor).toBe(
    (paper.items[1]?.amountMinor ?? 0) - (paper.items[0]?.amountMinor ?? 0),
  );
});

test.each(LANGUAGES)('a credit that leaves the taxes says so, and an X takes no number (%s)', (language) => {
  const [note, x] = [paperOf(`manual-credit ${language}`), paperOf(`x-report ${language}`)];
  expect(note.remarks[0]).toBe(language === 'fr' ? 'Taxes non rajustées.' : 'Taxes not adjusted.');
  expect(note.taxes.map(({ amountMinor }) => amountMinor)).toEqual([-3000, 0, 0]);
  expect(x.title).not.toMatch(/\d/);
});

test('a deposit slip lists each cheque, and its parts add up', () => {
  const paper = paperOf('deposit-slip fr');
  expect(paper.sections[0]?.lines.map(({ label, amountMinor }) => [label, amountMinor])).toEqual([
    ['Chèque 0042', 12_000],
  ]);
  expect(paper.items.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)).toBe(paper.total.amountMinor);
  expect(paper.total.amountMinor).toBe(17_000);
});

/** Words wrap in a PDF where they will: only the characters are compared, without their spaces. */
const dense = (text: string) => text.replace(/\s/g, '');

test.each([...CASES, ...PLAIN_CASES])('the PDF of %s %s %s says all the paper says', async (...names) => {
  const paper = paperOf(names.join(' '));
  const read = dense((await pdfPages(await pdfBytes(paper))).join(''));
  const said = layPaper({ ...paper, barcode: null }, 48).filter((row) => !/^[-_ ]*$/.test(row.text));
  for (const row of said)
    for (const word of row.text.trim().split(/ {2,}/)) expect(read).toContain(dense(word));
});
