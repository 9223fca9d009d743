import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { ChequeTable } from './cheque-table.tsx';
import classes from './till.module.css';

type Plan = OutputOf<'depositSlip.plan'>;

/** Which closes and cheques go, and how much cash; one confirm makes the numbered slip. */
export function DepositForm({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string | number>>(new Set());
  const [cashMinor, setCashMinor] = useState<number | null>(plan.suggestedCashMinor);
  const [note, setNote] = useState('');
  const make = useCommand('depositSlip.make');
  const toggle = (key: string | number) => {
    make.clearFailure();
    setLeftOut((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  };
  const closes = plan.closes.filter((close) => !leftOut.has(close.zNumber));
  const cheques = plan.cheques.filter((cheque) => !leftOut.has(cheque.paymentId));
  const chequesMinor = cheques.reduce((sum, cheque) => sum + cheque.amountMinor, 0);
  const totalMinor = (cashMinor ?? 0) + chequesMinor;
  const send = async () => {
    const made = await make.run({
      cashMinor: cashMinor ?? 0,
      zNumbers: closes.map((close) => close.zNumber),
      chequePaymentIds: cheques.map((cheque) => cheque.paymentId),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (made) goTo('till', null, { deposit: made.depositSlipId });
  };
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <Panel title={t('tillReport.deposit.closes')}>
          <Closes plan={plan} leftOut={leftOut} onToggle={toggle} />
        </Panel>
        <Panel title={t('tillReport.deposit.cheques')}>
          {plan.cheques.length === 0 ? (
            <p className={classes.soft}>{t('tillReport.deposit.noCheques')}</p>
          ) : (
            <ChequeTable cheques={plan.cheques} leftOut={leftOut} onToggle={toggle} />
          )}
        </Panel>
      </div>
      <Panel title={t('tillReport.deposit.total')}>
        <div className={classes.stack}>
          <MoneyField
            autoFocus
            label={t('tillReport.deposit.cash')}
            description={t('tillReport.deposit.cashHelp', { safe: plan.safeMinor })}
            value={cashMinor}
            disabled={make.isUnanswered}
            onChange={(typedMinor) => {
              setCashMinor(typedMinor);
              make.clearFailure();
            }}
          />
          <dl className={classes.pairs}>
            <div className={classes.pair}>
              <dt>{t('tillReport.deposit.chequesTotal', { count: cheques.length })}</dt>
              <dd>
                <Amount minor={chequesMinor} />
              </dd>
            </div>
            <div className={classes.pair}>
              <dt>{t('tillReport.deposit.total')}</dt>
              <dd aria-live="polite">
                <Amount minor={totalMinor} size="big" />
              </dd>
            </div>
          </dl>
          <TextInput
            label={t('tillReport.deposit.note')}
            maxLength={200}
            disabled={make.isUnanswered}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FailureAlert failure={make.failure} isUnanswered={make.isUnanswered} />
          <ConfirmBar
            label={t('tillReport.deposit.submit', { amount: formatMoney(totalMinor, language) })}
            disabled={totalMinor === 0}
            isRunning={make.isRunning}
            isUnanswered={make.isUnanswered}
            onConfirm={() => void send()}
          />
        </div>
      </Panel>
    </div>
  );
}

function Closes(props: {
  plan: Plan;
  leftOut: ReadonlySet<string | number>;
  onToggle: (key: string | number) => void;
}) {
  const { t } = useWords();
  const { plan, leftOut, onToggle } = props;
  if (plan.closes.length === 0) return <p className={classes.soft}>{t('tillReport.deposit.noCloses')}</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('till.history.number')}</th>
          {(['counted', 'dropped', 'float'] as const).map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {t(`tillReport.deposit.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.closes.map((close) => (
          <tr key={close.zNumber}>
            <td>
              <Checkbox
                label={`${close.zNumber} · ${close.tillName}`}
                checked={!leftOut.has(close.zNumber)}
                onChange={() => onToggle(close.zNumber)}
              />
            </td>
            <td className={classes.number}>
              <Amount minor={close.countedMinor} />
            </td>
            <td className={classes.number}>
              <Amount minor={close.droppedMinor} />
            </td>
            <td className={classes.number}>
              <Amount minor={close.floatMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
