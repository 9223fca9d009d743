import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { Amount } from '../../parts/amount.tsx';
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { OriginLine } from './origin-line.tsx';
import { reasonWords } from './reason-fields.tsx';
import classes from './refund.module.css';
import { RefundParts } from './refund-parts.tsx';
import { RefundTimeline } from './refund-timeline.tsx';

export type RefundRead = OutputOf<'refund.read'>;

export const REFUND_TONES: Record<RefundRead['state'], Tone> = {
  waiting: 'waiting',
  'to-issue': 'waiting',
  'to-begin': 'waiting',
  'in-progress': 'waiting',
  'in-doubt': 'doubt',
  done: 'good',
  failed: 'bad',
};

/** The right-hand side of a refund that exists: its amount, its state in words, what it is made of, what happened. */
export function RefundFacts({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const isDone = refund.state === 'done';
  const shownMinor = refund.drawerMinor ?? (isDone ? refund.refundedMinor : refund.amountMinor);
  return (
    <aside className={classes.panel} aria-label={t('refund.title')}>
      <div>
        <StatusBadge tone={REFUND_TONES[refund.state]} label={t(`refund.state.${refund.state}`)} />
        <div>
          <Amount minor={shownMinor} size="huge" />
        </div>
      </div>
      <RefundParts refund={refund} />
      <dl className={classes.pairs}>
        <div className={classes.pair}>
          <dt>{t('refund.panel.destination')}</dt>
          <dd>
            {refund.attempts.at(-1)?.terminalName
              ? t('refund.destination.terminalNamed', { name: refund.attempts.at(-1)?.terminalName ?? '' })
              : t(`refund.destination.${refund.destination}`)}
          </dd>
        </div>
        <div className={classes.pair}>
          <dt>{t('refund.panel.reason')}</dt>
          <dd>{reasonWords(t, refund.reason)}</dd>
        </div>
        {refund.approval?.approverName && refund.approval.state !== 'refused' ? (
          <div className={classes.pair}>
            <dt>{t('approval.approvedBy')}</dt>
            <dd>{refund.approval.approverName}</dd>
          </div>
        ) : null}
        {refund.note ? (
          <div className={classes.pair}>
            <dt>{t('refund.panel.note')}</dt>
            <dd>{refund.note}</dd>
          </div>
        ) : null}
      </dl>
      <ul className={classes.timeline}>
        {refund.lines.map((line) => (
          <li key={`${line.sourceNumber} ${line.originPaymentId}`}>
            <div className={classes.pair}>
              <span className={classes.strong}>{line.sourceNumber}</span>
              <Amount minor={line.amountMinor} />
            </div>
            <OriginLine origin={line.origin} />
          </li>
        ))}
      </ul>
      <RefundTimeline timeline={refund.timeline} />
      <div>
        <Button
          variant="default"
          leftSection={<IconMapPin size={18} aria-hidden="true" />}
          onClick={() => goTo('client', refund.clientId, { where: `refund-${refund.refundId}` })}
        >
          {t('where.title')}
        </Button>
      </div>
    </aside>
  );
}
