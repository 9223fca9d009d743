import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCreditCard } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRead } from '../../connection/use-read.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import type { RefundDraft } from './refund-draft.ts';
import type { RefundChoiceState } from './use-refund-choice.ts';

interface Props {
  draft: RefundDraft;
  state: RefundChoiceState;
  isLocked: boolean;
}

/** The last 4 of the card that paid on a terminal what this plan gives back; null when no such card did. */
function paidCard({ plan, whole }: RefundChoiceState): string | null {
  const origins = (whole?.sources ?? []).flatMap((source) => source.origins);
  const paid = (plan?.lines ?? []).flatMap(({ originPaymentId }) =>
    origins.filter(({ paymentId, method }) => paymentId === originPaymentId && method === 'terminal'),
  );
  return paid.find(({ cardLast4 }) => cardLast4 !== null)?.cardLast4 ?? null;
}

/** Offered where an integrated terminal can compare the client's card with the one that paid, before anything moves. */
export function SameCard({ draft, state, isLocked }: Props) {
  const terminals = useRead('terminal.list', {}).data?.terminals ?? [];
  const terminalId = state.way?.terminalId ?? null;
  const terminal = terminals.find((each) => each.terminalId === terminalId);
  const expected = paidCard(state);
  if (terminal?.driver !== 'nexo' || expected === null || isLocked) return null;
  const { amountMinor } = state;
  const intent = { terminalId: terminal.terminalId, clientId: draft.clientId, amountMinor };
  return (
    <CardCheck key={`${intent.terminalId} ${amountMinor} ${expected}`} intent={intent} expected={expected} />
  );
}

interface CheckProps {
  intent: { terminalId: number; clientId: number; amountMinor: number };
  expected: string;
}

function CardCheck({ intent, expected }: CheckProps) {
  const { t } = useWords();
  const read = useSessionCall('terminal.readCard');
  const release = useSessionCall('terminal.releaseCard');
  const [card, setCard] = useState<OutputOf<'terminal.readCard'> | null>(null);
  const ask = async () => {
    setCard(null);
    setCard(await read.run(intent));
  };
  const giveBack = async () => {
    if (await release.run({ terminalId: intent.terminalId })) setCard(null);
  };
  return (
    <section className={classes.sameCard} aria-labelledby="same-card">
      <h3 id="same-card" className={classes.cardTitle}>
        {t('integrated.card.title')}
      </h3>
      <p className={classes.soft}>{t('integrated.card.lead', { expected })}</p>
      <div className={classes.sameCardButtons}>
        <Button
          variant="default"
          leftSection={<IconCreditCard size={18} aria-hidden="true" />}
          loading={read.isRunning}
          onClick={() => void ask()}
        >
          {t('integrated.card.read')}
        </Button>
        {card?.outcome === 'read' ? (
          <Button variant="default" loading={release.isRunning} onClick={() => void giveBack()}>
            {t('integrated.card.giveBack')}
          </Button>
        ) : null}
      </div>
      <FailureAlert failure={read.failure ?? release.failure} />
      <div role="status">
        {read.isRunning ? <p>{t('integrated.card.reading')}</p> : null}
        {card ? <CardSaid card={card} expected={expected} /> : null}
      </div>
    </section>
  );
}

function CardSaid({ card, expected }: { card: OutputOf<'terminal.readCard'>; expected: string }) {
  const { t } = useWords();
  const isSame = card.outcome === 'read' && card.last4 === expected;
  const Icon = isSame ? IconCircleCheck : IconAlertTriangle;
  const words = () => {
    if (card.outcome !== 'read') return t(`integrated.card.notRead.${card.outcome}`);
    if (card.last4 === null) return t('integrated.card.unnamed', { expected });
    return t(isSame ? 'integrated.card.same' : 'integrated.card.other', { last4: card.last4, expected });
  };
  return (
    <Alert
      color={isSame ? 'teal' : 'amber'}
      variant="light"
      icon={<Icon aria-hidden="true" />}
      classNames={{ message: classes.sameCardSaid }}
    >
      {words()}
    </Alert>
  );
}
