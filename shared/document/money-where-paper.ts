import type { OutputOf } from '../contract/contract.ts';
import { formatInstant, type Language } from '../i18n/format.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';

export type MoneyMovement = OutputOf<'money.where'>['movements'][number];

/** The one plain sentence about where the money is, in the client's language (domain.md B14). */
export function moneySentence(movement: MoneyMovement, language: Language): string {
  const t = paperWords(language);
  return t(`where.sentence.${movement.cause}`, {
    amount: movement.amountMinor,
    date: movement.localDate,
    card: movement.card ?? t('where.aCard'),
    number: movement.number ?? '',
    cheque: movement.chequeNumber ?? '',
    proof: movement.reference === null ? '' : t('where.proof', { reference: movement.reference }),
  });
}

/** A step of a refund in words; a note in another language than ours stays as it was typed. */
export function moneyStep(step: MoneyMovement['timeline'][number], language: Language): string {
  return paperWords(language)(`refund.timeline.kind.${step.kind}` as 'refund.timeline.kind.sent');
}

interface MoneyWhereSource extends PaperSource {
  readonly movement: MoneyMovement;
  readonly clientName: string;
  /** The client's. */
  readonly language: Language;
}

/** The answer on paper, for the client to take home: the sentence, then what happened and when. */
export function moneyWherePaper(source: MoneyWhereSource): Paper {
  const { movement, clientName, language, organisation } = source;
  const t = paperWords(language);
  return {
    ...paperFrame(source, language),
    kind: 'money-where',
    title: t('where.title'),
    facts: paperFacts(source, language, {
      ...movement,
      clientName,
      staffName: movement.staffName ?? '',
    }).filter(({ value }) => value !== ''),
    items: [],
    taxes: [],
    total: paperLine(t(`where.cause.${movement.cause}`), movement.amountMinor),
    money: [],
    sections: [
      {
        title: t('where.happened'),
        lines: movement.timeline.map((step) =>
          paperLine(moneyStep(step, language), null, {
            details: [formatInstant(step.at, language, organisation.timeZone)],
          }),
        ),
      },
    ],
    remarks: [moneySentence(movement, language)],
    signature: null,
    footer: [],
    barcode: null,
  };
}
