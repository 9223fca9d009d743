import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { moneySentence, moneyStep, moneyWherePaper } from '../../../shared/document/money-where-paper.ts';
import type { MoneyCause } from '../../../shared/domain/money-where.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './where-money.module.css';

type MoneyRead = OutputOf<'money.where'>;
type Movement = MoneyRead['movements'][number];

const TONES: Readonly<Partial<Record<MoneyCause, Tone>>> = {
  'in-doubt': 'doubt',
  'funds-low': 'bad',
  'card-expired': 'bad',
  'failed-waiting': 'bad',
  'approval-ended': 'bad',
  'not-done': 'bad',
  'card-unusable': 'doubt',
  'other-card': 'good',
  'bank-delay': 'good',
  'card-credited': 'good',
  'cheque-issued': 'good',
  'cash-given': 'good',
  'credit-only': 'plain',
  'not-refundable': 'plain',
};

/** `invoice-12` or `refund-5` in the address; anything else is the whole account. */
function scopeOf(wanted: string, clientId: number): InputOf<'money.where'> {
  const [what, number] = wanted.split('-');
  const id = Number(number);
  if (Number.isSafeInteger(id) && id > 0) {
    if (what === 'invoice') return { invoiceId: id };
    if (what === 'refund') return { refundId: id };
  }
  return { clientId };
}

/** Where a client's money is: one card a movement, with the sentence to tell, what happened, and what can be done. */
export function WhereMoney({ clientId, wanted }: { clientId: number; wanted: string }) {
  const { t } = useWords();
  const { data, failure } = useRead('money.where', scopeOf(wanted, clientId));
  const [printed, setPrinted] = useState<Movement | null>(null);
  const organisation = useOrganisation();
  if (failure) return <FailureAlert failure={failure} />;
  if (!data) return null;
  return (
    <Page
      title={t('where.titleFor', { name: data.clientName })}
      lead={t('where.lead')}
      actions={
        <Button variant="default" onClick={() => goTo('client', data.clientId)}>
          {t('where.back')}
        </Button>
      }
    >
      {data.movements.length === 0 ? (
        <Panel>
          <Empty icon={IconMapPin} title={t('where.empty')} lead={t('where.emptyLead')} />
        </Panel>
      ) : (
        <ul className={classes.list} aria-label={t('where.list')}>
          {data.movements.map((movement) => (
            <li key={movement.key}>
              <MovementCard read={data} movement={movement} onPrint={() => setPrinted(movement)} />
            </li>
          ))}
        </ul>
      )}
      {printed && organisation ? (
        <PaperDialog
          paper={moneyWherePaper({ organisation, copy: 0, movement: printed, ...data })}
          number={printed.key}
          onClose={() => setPrinted(null)}
        />
      ) : null}
    </Page>
  );
}

function MovementCard(props: { read: MoneyRead; movement: Movement; onPrint: () => void }) {
  const { read, movement, onPrint } = props;
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const { cause, refundId, actionId } = movement;
  const canRefund = cause === 'credit-only' || cause === 'card-unusable';
  return (
    <Panel className={classes.card ?? ''}>
      <div className={classes.head}>
        <StatusBadge tone={TONES[cause] ?? 'waiting'} label={t(`where.cause.${cause}`)} />
        <span className={classes.number}>{movement.number}</span>
        <Amount minor={movement.amountMinor} size="big" />
      </div>
      <div className={classes.body}>
        <div className={classes.say}>
          <h2 className={classes.small}>{t('where.say')}</h2>
          <p className={classes.sentence} lang={read.language}>
            {moneySentence(movement, read.language)}
          </p>
          <div className={classes.links}>
            {actionId === null ? null : (
              <Button onClick={() => goTo('action', null, { row: actionId })}>{t('where.settle')}</Button>
            )}
            {canRefund ? (
              <Button onClick={() => goTo('refund', null, { client: read.clientId })}>
                {t('where.refund')}
              </Button>
            ) : null}
            {refundId === null ? null : (
              <Button variant="default" onClick={() => goTo('refund', refundId)}>
                {t('where.open')}
              </Button>
            )}
            <Button variant="default" onClick={onPrint}>
              {t('where.print')}
            </Button>
          </div>
        </div>
        <div>
          <h2 className={classes.small}>{t('where.happened')}</h2>
          <ol className={classes.timeline}>
            {movement.timeline.map((step, index) => (
              <li key={`${step.at} ${step.kind} ${index}`}>
                <span className={classes.strong}>{moneyStep(step, language)}</span>
                <span className={classes.soft}>
                  {formatInstant(step.at, language, timeZone)}
                  {step.staffName ? ` ${t('refund.timeline.by', { name: step.staffName })}` : ''}
                </span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </Panel>
  );
}
