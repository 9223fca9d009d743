import { ActionIcon, Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { isCalendarDate, localDateOf } from '../../../shared/domain/local-time.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goBack, replaceRoute } from '../../shell/router.ts';
import { ApprovalDialog } from '../approval/approval-dialog.tsx';
import { CartRebate } from '../counter/cart-rebate.tsx';
import type { CustomItem, Rebate } from '../counter/counter-state.ts';
import classes from '../rebate/rebate.module.css';

interface Line {
  readonly key: string;
  readonly fee: CustomItem;
  readonly quantity: number;
  readonly amountMinor: number | null;
  readonly rebate: Rebate | null;
}

type Invoice = InputOf<'invoice.issue'>;

/** Operations > Create invoice: fees that are not in the catalogue, to be paid later (domain.md B16). */
export function ManualInvoicePage({ clientId }: { clientId: number }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone ?? 'America/Toronto';
  const today = localDateOf(new Date().toISOString(), timeZone);
  const client = useRead('client.read', { clientId }).data?.client;
  const found = useRead('customItem.find', { kind: 'fee' }).data?.customItems;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [dateText, setDateText] = useState(today);
  const [dueText, setDueText] = useState('');
  const isDueRight = dueText === '' || isCalendarDate(dueText);
  const [note, setNote] = useState('');
  const [isApproving, setApproving] = useState(false);
  const command = useCommand('invoice.issue', `manual-${clientId}`);
  const items = lines.map(({ fee, quantity, amountMinor, rebate }): Invoice['items'][number] => ({
    customItemId: fee.customItemId,
    quantity,
    unitPriceMinor: amountMinor ?? 0,
    ...(rebate ? { rebate } : {}),
  }));
  const dated = dateText === today || !isCalendarDate(dateText) ? {} : { localDate: dateText };
  const preview = useRead(
    'invoice.preview',
    { kind: 'manual', clientId, items, ...dated },
    { keepPrevious: true },
  );
  const invoice: Invoice = {
    kind: 'manual',
    clientId,
    items,
    ...dated,
    ...(dueText !== '' && isDueRight ? { dueDate: dueText } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  const isComplete =
    isCalendarDate(dateText) &&
    isDueRight &&
    lines.length > 0 &&
    lines.every((line) => (line.amountMinor ?? 0) > 0);
  const change = (key: string, next: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const add = (fee: CustomItem | undefined) => {
    if (!fee) return;
    const line = { fee, quantity: 1, amountMinor: fee.defaultAmountMinor, rebate: null };
    setLines([...lines, { key: crypto.randomUUID(), ...line }]);
  };
  const issue = async (approvalId?: number) => {
    const outcome = await command.run({ ...invoice, ...(approvalId ? { approvalId } : {}) });
    if (outcome?.state === 'done' && outcome.invoiceId) replaceRoute('invoice', outcome.invoiceId);
    else if (!outcome && approvalId === undefined) setApproving(true);
    return outcome !== null;
  };
  const needsApproval = isApproving && command.failure?.code === 'rebate-above-limit';
  if (!client || !found) return null;

  return (
    <Page title={t('rebate.manual.title')} lead={t('rebate.manual.lead', { name: client.name })}>
      <Panel>
        <div className={classes.stack}>
          {found.length === 0 ? <p className={classes.soft}>{t('rebate.manual.none')}</p> : null}
          {lines.map((line, index) => (
            <fieldset key={line.key} className={classes.lines} disabled={command.isUnanswered}>
              <legend className="seen-by-readers">{t('rebate.manual.line', { number: index + 1 })}</legend>
              <div className={classes.line}>
                <NativeSelect
                  label={t('rebate.manual.fee')}
                  value={line.fee.customItemId}
                  data={found.map((fee) => ({
                    value: String(fee.customItemId),
                    label: pickName(fee, language),
                  }))}
                  onChange={(event) => {
                    const id = Number(event.currentTarget.value);
                    const fee = found.find(({ customItemId }) => customItemId === id);
                    if (fee) change(line.key, { fee, amountMinor: fee.defaultAmountMinor });
                  }}
                />
                <NumberInput
                  label={t('rebate.manual.quantity')}
                  min={1}
                  max={9999}
                  hideControls
                  value={line.quantity}
                  onChange={(quantity) => change(line.key, { quantity: Number(quantity) || 1 })}
                />
                <MoneyField
                  label={t('rebate.manual.amount')}
                  value={line.amountMinor}
                  onChange={(amountMinor) => change(line.key, { amountMinor })}
                />
                <ActionIcon
                  color="dark"
                  aria-label={t('rebate.manual.removeLine', { number: index + 1 })}
                  onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  <IconTrash size={19} aria-hidden="true" />
                </ActionIcon>
              </div>
              <div className={classes.row}>
                <CartRebate
                  name={pickName(line.fee, language)}
                  rebate={line.rebate}
                  limitMinor={preview.data?.lines[index]?.rebateLimitMinor ?? null}
                  isLocked={command.isUnanswered}
                  onChange={(rebate) => change(line.key, { rebate })}
                />
                {preview.data?.lines[index]?.rebates.map((rebate, place) => (
                  <Amount key={place} minor={-rebate.amountMinor} />
                ))}
              </div>
            </fieldset>
          ))}
          <div>
            <Button variant="default" disabled={found.length === 0} onClick={() => add(found[0])}>
              {t('rebate.manual.add')}
            </Button>
          </div>
          <div className={classes.two}>
            <TextInput
              label={t('rebate.manual.date')}
              description={t('rebate.manual.dateHelp', { date: preview.data?.earliestDate ?? today })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="numeric"
              maxLength={10}
              value={dateText}
              error={isCalendarDate(dateText) ? null : t('catalogue.problem.date')}
              onChange={(event) => setDateText(event.currentTarget.value)}
            />
            <TextInput
              label={t('rebate.manual.due')}
              placeholder={t('catalogue.datePlaceholder')}
              inputMode="numeric"
              maxLength={10}
              value={dueText}
              error={isDueRight ? null : t('catalogue.problem.date')}
              onChange={(event) => setDueText(event.currentTarget.value)}
            />
          </div>
          <Textarea
            label={t('rebate.manual.note')}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <dl className={classes.facts} aria-live="polite">
            {(['net', 'gst', 'qst', 'total'] as const).map((part) => (
              <div key={part}>
                <dt>{t(`invoice.totals.${part}`)}</dt>
                <dd>
                  <Amount minor={preview.data?.[`${part}Minor`] ?? 0} strong={part === 'total'} />
                </dd>
              </div>
            ))}
          </dl>
          <FailureAlert
            failure={preview.failure ?? (needsApproval ? null : command.failure)}
            isUnanswered={command.isUnanswered}
          />
          <ConfirmBar
            label={t('rebate.manual.issue', { amount: preview.data?.totalMinor ?? 0 })}
            disabled={!isComplete || preview.failure !== null}
            isRunning={command.isRunning}
            isUnanswered={command.isUnanswered}
            onConfirm={() => void issue()}
            onBack={goBack}
          />
        </div>
      </Panel>
      {needsApproval ? (
        <ApprovalDialog
          ask={{ invoice }}
          onGranted={issue}
          failure={null}
          onClose={() => setApproving(false)}
          onQueued={goBack}
        />
      ) : null}
    </Page>
  );
}
