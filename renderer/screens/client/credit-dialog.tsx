import { Autocomplete, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './client.module.css';

const TAX_MODES = ['included', 'added', 'waived'] as const;
const SHOWN = 1_000;

/** A credit on the account by hand: amount, taxes, ledger code, and what the balance becomes (domain.md B7). */
export function CreditDialog({ clientId, onClose }: { clientId: number; onClose: () => void }) {
  const { t } = useWords();
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [taxMode, setTaxMode] = useState<(typeof TAX_MODES)[number]>('included');
  const [label, setLabel] = useState('');
  const [ledgerCode, setLedgerCode] = useState('');
  const [isRefundable, setRefundable] = useState(false);
  const [expiresOn, setExpiresOn] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand('credit.issue', String(clientId));
  const products = useRead('product.find', { limit: SHOWN }).data?.products ?? [];
  const codes = [...new Set(products.map((product) => product.ledgerCode))].toSorted();
  const asked = { clientId, amountMinor: amountMinor ?? 0, taxMode };
  const preview = useRead('credit.preview', asked, { enabled: asked.amountMinor > 0, keepPrevious: true });
  const isDateWrong = !isRefundable && expiresOn.trim() !== '' && !isCalendarDate(expiresOn.trim());
  const isComplete =
    asked.amountMinor > 0 &&
    !isDateWrong &&
    label.trim() !== '' &&
    reason.trim() !== '' &&
    /^[A-Za-z0-9-]{1,20}$/.test(ledgerCode.trim());
  const issue = async () => {
    const answer = await command.run({
      ...asked,
      label: label.trim(),
      ledgerCode: ledgerCode.trim(),
      isRefundable,
      ...(isRefundable || expiresOn.trim() === '' ? {} : { expiresOn: expiresOn.trim() }),
      reason: reason.trim(),
    });
    if (answer) onClose();
  };
  const parts = asked.amountMinor > 0 ? preview.data : undefined;
  return (
    <Dialog size={760} title={t('client.creditDialog.title')} onClose={onClose}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('client.creditDialog.lead')}</p>
        <fieldset className={classes.byHand} disabled={command.isUnanswered}>
          <div className={classes.grid}>
            <MoneyField
              autoFocus
              label={t('client.creditDialog.amount')}
              value={amountMinor}
              onChange={setAmountMinor}
            />
            <NativeSelect
              label={t('client.creditDialog.taxes')}
              value={taxMode}
              data={TAX_MODES.map((mode) => ({
                value: mode,
                label: t(`client.creditDialog.taxMode.${mode}`),
              }))}
              onChange={(event) => setTaxMode(event.currentTarget.value as typeof taxMode)}
            />
            <TextInput
              label={t('client.creditDialog.label')}
              maxLength={200}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <Autocomplete
              label={t('client.creditDialog.ledgerCode')}
              maxLength={20}
              data={codes}
              value={ledgerCode}
              onChange={setLedgerCode}
            />
            <TextInput
              label={t('client.creditDialog.reason')}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Switch
              size="md"
              label={t('client.creditDialog.refundable')}
              checked={isRefundable}
              onChange={(event) => setRefundable(event.currentTarget.checked)}
            />
            <TextInput
              label={t('client.creditDialog.expiresOn')}
              description={t(
                isRefundable ? 'client.creditDialog.neverExpires' : 'client.creditDialog.expiresHelp',
              )}
              placeholder={t('catalogue.datePlaceholder')}
              inputMode="numeric"
              maxLength={10}
              disabled={isRefundable}
              value={isRefundable ? '' : expiresOn}
              error={isDateWrong ? t('catalogue.problem.date') : undefined}
              onChange={(event) => setExpiresOn(event.currentTarget.value)}
            />
          </div>
        </fieldset>
        <dl className={classes.facts} aria-live="polite">
          {(['net', 'gst', 'qst', 'total'] as const).map((part) => (
            <div key={part}>
              <dt>{t(`client.creditDialog.parts.${part}`)}</dt>
              <dd>{parts ? <Amount minor={parts[`${part}Minor`]} strong={part === 'total'} /> : '—'}</dd>
            </div>
          ))}
          {parts ? (
            <div>
              <dt>{t('client.creditDialog.after')}</dt>
              <dd>
                <Balance minor={parts.balanceAfterMinor} />
              </dd>
            </div>
          ) : null}
        </dl>
        <FailureAlert failure={preview.failure ?? command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('client.creditDialog.confirm', { amount: parts?.totalMinor ?? 0 })}
          disabled={!isComplete}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void issue()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
