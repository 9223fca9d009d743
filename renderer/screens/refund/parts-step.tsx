import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { type DraftPart, MOST_PARTS, type PartWay, readWay, wayText } from './draft-parts.ts';
import { partName } from './part-name.ts';
import classes from './parts.module.css';
import { changeDraft, type RefundDraft } from './refund-draft.ts';
import type { RefundChoiceState } from './use-refund-choice.ts';

interface Props {
  draft: RefundDraft;
  state: RefundChoiceState;
  isLocked: boolean;
}

/** How much goes which way: one row a part, what is left to split said below as it changes. */
export function PartsStep({ draft, state, isLocked }: Props) {
  const { t } = useWords();
  const { parts, partsWrong, amountMinor } = state;
  const ways = choicesOf(state);
  const change = (next: readonly DraftPart[]) => changeDraft(draft, { destination: 'several', parts: next });
  const changePart = (index: number, to: Partial<DraftPart>) =>
    change(parts.map((part, place) => (place === index ? { ...part, ...to } : part)));
  const unused = ways.find((way) => !parts.some((part) => wayText(part) === wayText(way)));
  const leftMinor = partsWrong?.kind === 'left' ? partsWrong.byMinor : 0;
  return (
    <section className={classes.parts} aria-label={t('refund.parts.title', { amount: amountMinor })}>
      {parts.map((part, index) => (
        <div key={wayText(part)} className={classes.row}>
          <NativeSelect
            label={t('refund.parts.which', { number: index + 1 })}
            value={wayText(part)}
            disabled={isLocked}
            onChange={(event) => changePart(index, readWay(event.currentTarget.value) ?? {})}
          >
            {ways
              .filter(
                (way) =>
                  wayText(way) === wayText(part) || !parts.some((each) => wayText(each) === wayText(way)),
              )
              .map((way) => (
                <option key={wayText(way)} value={wayText(way)}>
                  {partName(t, way, state)}
                </option>
              ))}
          </NativeSelect>
          <MoneyField
            label={t('refund.parts.amount', { number: index + 1 })}
            value={part.amountMinor === 0 ? null : part.amountMinor}
            disabled={isLocked}
            onChange={(typedMinor) => changePart(index, { amountMinor: typedMinor ?? 0 })}
          />
          <Button
            variant="default"
            disabled={isLocked || parts.length <= 2}
            aria-label={t('refund.parts.remove', { number: index + 1 })}
            onClick={() => change(parts.filter((_, place) => place !== index))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <div className={classes.foot}>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={isLocked || !unused || parts.length >= MOST_PARTS}
          onClick={() => unused && change([...parts, { ...unused, amountMinor: leftMinor }])}
        >
          {t('refund.parts.add')}
        </Button>
        {draft.parts && (state.plan?.parts.length ?? 0) > 0 ? (
          <Button variant="default" disabled={isLocked} onClick={() => changeDraft(draft, { parts: null })}>
            {t('refund.parts.natural')}
          </Button>
        ) : null}
        <p role="status" className={partsWrong ? classes.wrong : undefined}>
          {partsWrong === null
            ? t('refund.parts.even')
            : partsWrong.kind === 'zero'
              ? t('refund.parts.zero')
              : t(`refund.parts.${partsWrong.kind}`, { amount: partsWrong.byMinor })}
        </p>
      </div>
      <FailureAlert failure={state.splitFailure} />
    </section>
  );
}

/** Every way a part may take: the plan's, one for each terminal, and those online that the natural split names. */
function choicesOf({ plan, parts, terminals }: RefundChoiceState): PartWay[] {
  const offline = (plan?.destinations ?? []).flatMap(({ destination, why }): PartWay[] => {
    if (destination === 'online-card' || destination === 'echeck' || why === 'no-gateway') return [];
    if (destination !== 'terminal') return [{ destination, terminalId: null, originPaymentId: null }];
    return terminals.map(({ terminalId }) => ({ destination, terminalId, originPaymentId: null }));
  });
  const online = (plan?.parts ?? []).flatMap(({ destination, originPaymentId }): PartWay[] =>
    originPaymentId === undefined ? [] : [{ destination, terminalId: null, originPaymentId }],
  );
  const all = [...offline, ...online, ...parts.map(({ amountMinor: _amountMinor, ...way }) => way)];
  return all.filter((way, index) => all.findIndex((each) => wayText(each) === wayText(way)) === index);
}
