import { pickName } from '../i18n/pick-name.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';
import { type PaperPayment, paymentLine } from './payment-line.ts';

interface PaymentSource extends PaperSource {
  /** The payments of one visit, at least one, all of one client. */
  readonly payments: readonly [PaperPayment, ...PaperPayment[]];
}

/** The receipt of money taken for items billed before: what each of them got, and what stays on account. */
export function paymentPaper(source: PaymentSource): Paper {
  const { payments } = source;
  const [first] = payments;
  const { language } = first;
  const t = paperWords(language);
  const sumOf = (amountOf: (payment: PaperPayment) => number) =>
    payments.reduce((sum, payment) => sum + amountOf(payment), 0);
  const depositMinor = sumOf((payment) => payment.depositMinor);
  const items = payments.flatMap(({ allocations }) =>
    allocations
      .filter((each) => each.itemId !== null && each.amountMinor !== 0)
      .map((each) =>
        paperLine(pickName(each, language), each.amountMinor, { details: [each.label].filter(Boolean) }),
      ),
  );
  return {
    ...paperFrame(source, language),
    kind: 'payment',
    title: t('document.title.payment', { number: payments.map(({ number }) => number).join(', ') }),
    facts: paperFacts(source, language, first),
    items: [...items, ...(depositMinor === 0 ? [] : [paperLine(t('document.deposit'), depositMinor)])],
    taxes: [],
    total: paperLine(
      t('document.paid'),
      sumOf(({ amountMinor }) => amountMinor),
    ),
    money: payments.map((payment) => paymentLine(payment, payment.amountMinor, language)),
    sections: [],
    remarks: [],
    signature: null,
    footer: [t('document.keep')],
    barcode: first.number,
  };
}
