import { SegmentedControl, TextInput } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/i18n/format.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { BackToTill } from './back-to-till.tsx';
import classes from './till.module.css';

type Method = 'online-card' | 'echeck';

/** What the gateway pays into the bank: the plan line by line, what the bank received, and the payouts so far. */
export function PayoutPage() {
  const { t, language } = useWords();
  const [method, setMethod] = useState<Method>('online-card');
  const list = useRead('settlement.list', {});
  return (
    <Page title={t('gateway.payout.title')} lead={t('gateway.payout.lead')} actions={<BackToTill />}>
      <SegmentedControl
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('gateway.payout.method')}
        value={method}
        onChange={(value) => setMethod(value as Method)}
        data={(['online-card', 'echeck'] as const).map((value) => ({
          value,
          label: t(`invoice.method.${value}`),
        }))}
      />
      <PayoutForm key={method} method={method} />
      <Panel title={t('gateway.payout.history')}>
        {list.data?.settlements.length ? (
          <table className={classes.table} aria-label={t('gateway.payout.history')}>
            <tbody>
              {list.data.settlements.map((each) => (
                <tr key={each.settlementId}>
                  <td>{formatDate(each.localDate, language)}</td>
                  <td>{t(`invoice.method.${each.method}`)}</td>
                  <td>{[each.reference, each.staffName].join(' · ')}</td>
                  <td className={classes.number}>
                    <Amount minor={each.amountMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className={classes.soft}>{t('gateway.payout.none')}</p>
        )}
      </Panel>
    </Page>
  );
}

function PayoutForm({ method }: { method: Method }) {
  const { t, language } = useWords();
  const plan = useRead('settlement.plan', { method });
  const record = useCommand('settlement.record', method);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const [reference, setReference] = useState('');
  const [isDone, setDone] = useState(false);
  if (plan.failure) return <FailureAlert failure={plan.failure} />;
  if (!plan.data) return null;
  const { lines } = plan.data;
  const send = async () => {
    if (amountMinor === null) return;
    if (!(await record.run({ method, amountMinor, reference: reference.trim() }))) return;
    setAmount(null);
    setReference('');
    setDone(true);
  };
  return (
    <Panel title={t('gateway.payout.next')}>
      <p role="status" className={isDone ? classes.soft : 'seen-by-readers'}>
        {isDone ? t('gateway.payout.done') : ''}
      </p>
      {lines.length === 0 ? (
        <Empty
          icon={IconBuildingBank}
          title={t('gateway.payout.empty')}
          lead={t('gateway.payout.emptyLead')}
        />
      ) : (
        <div className={classes.stack}>
          <table className={classes.table} aria-label={t('gateway.payout.next')}>
            <tbody>
              {lines.map((line) => (
                <tr key={line.number}>
                  <td>{formatDate(line.localDate, language)}</td>
                  <td>{line.number}</td>
                  <td>{line.clientName}</td>
                  <td className={classes.number}>
                    <Amount minor={line.amountMinor} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row" colSpan={3}>
                  {t('gateway.payout.total')}
                </th>
                <td className={classes.number}>
                  <Amount minor={plan.data.amountMinor} strong />
                </td>
              </tr>
            </tbody>
          </table>
          <MoneyField
            label={t('gateway.payout.received')}
            description={t('gateway.payout.receivedHint')}
            value={amountMinor}
            onChange={setAmount}
            required
          />
          <TextInput
            label={t('gateway.payout.reference')}
            maxLength={100}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
            required
          />
          <FailureAlert failure={record.failure} isUnanswered={record.isUnanswered} />
          <ConfirmBar
            label={t('gateway.payout.confirm')}
            disabled={amountMinor === null || reference.trim() === ''}
            isRunning={record.isRunning}
            isUnanswered={record.isUnanswered}
            onConfirm={() => void send()}
          />
        </div>
      )}
    </Panel>
  );
}
