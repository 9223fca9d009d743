import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { roundToFiveCents } from '../../shared/domain/cash-rounding.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import { CashEntry } from './cash-entry.tsx';
import { MoneyField } from './money-field.tsx';
import { SavedMethodChoice } from './saved-method-choice.tsx';
import type { DraftPlan, TenderEntry } from './tender-draft.ts';
import classes from './tender-panel.module.css';

interface TenderEntryFormProps {
  readonly entry: TenderEntry;
  readonly onChange: (entry: TenderEntry) => void;
  readonly plan: DraftPlan;
  readonly remainingMinor: number;
  readonly restAsDeposit: boolean;
  /** Null where nothing may stay on the account. */
  readonly onRestAsDeposit: ((keep: boolean) => void) | null;
  readonly isLocked: boolean;
  readonly clientId: number | undefined;
}

const BRANDS = ['Visa', 'Mastercard', 'Amex', 'Interac'];

/** What is typed for the way to pay that was chosen. */
export function TenderEntryForm(props: TenderEntryFormProps) {
  const { t } = useWords();
  const { entry, onChange, onRestAsDeposit, isLocked } = props;
  const set = (change: Partial<TenderEntry>) => onChange({ ...entry, ...change });
  const surplusMinor = (entry.amountMinor ?? 0) - props.remainingMinor;
  // Cash that only makes up the rounding leaves no change to keep
  const backMinor =
    entry.method === 'cash'
      ? (entry.amountMinor ?? 0) - roundToFiveCents(props.remainingMinor)
      : surplusMinor;
  const mayKeepRest =
    onRestAsDeposit !== null &&
    entry.method !== 'deposit' &&
    entry.method !== 'credit' &&
    backMinor > 0 &&
    props.remainingMinor > 0;
  return (
    <fieldset className={classes.entry} disabled={isLocked}>
      <legend className={classes.entryTitle}>{t(`tender.method.${entry.method}`)}</legend>
      {entry.method === 'cash' ? (
        <CashEntry
          amountMinor={entry.amountMinor}
          onAmount={(amountMinor) => set({ amountMinor })}
          remainingMinor={props.remainingMinor}
          plan={props.plan}
        />
      ) : (
        <MoneyField
          key={entry.method}
          label={t('tender.amount')}
          value={entry.amountMinor}
          onChange={(amountMinor) => set({ amountMinor })}
          autoFocus
        />
      )}
      {entry.method === 'terminal' && (
        <TerminalChoice chosenId={entry.terminalId} onChoose={(terminalId) => set({ terminalId })} />
      )}
      {entry.method === 'cheque' && (
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            data-takes-scan
            label={t('tender.chequeNumber')}
            value={entry.chequeNumber}
            onChange={(event) => set({ chequeNumber: event.currentTarget.value })}
            autoComplete="off"
          />
          <TextInput
            label={t('tender.bank')}
            value={entry.bank}
            onChange={(event) => set({ bank: event.currentTarget.value })}
            autoComplete="off"
          />
        </SimpleGrid>
      )}
      {(entry.method === 'online-card' || entry.method === 'echeck') && props.clientId !== undefined && (
        <SavedMethodChoice clientId={props.clientId} entry={entry} set={set} />
      )}
      {entry.method === 'online-card' && entry.savedMethodId === null && (
        <OnlineCardFields entry={entry} set={set} />
      )}
      {mayKeepRest && (
        <Checkbox
          label={t(entry.method === 'cash' ? 'tender.keepRest' : 'tender.restAsDeposit', {
            amount: surplusMinor,
          })}
          checked={props.restAsDeposit}
          onChange={(event) => onRestAsDeposit(event.currentTarget.checked)}
        />
      )}
    </fieldset>
  );
}

interface OnlineCardFieldsProps {
  readonly entry: TenderEntry;
  readonly set: (change: Partial<TenderEntry>) => void;
}

function OnlineCardFields({ entry, set }: OnlineCardFieldsProps) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={3} spacing="sm">
      <NativeSelect
        label={t('tender.brand')}
        value={entry.brand}
        data={[{ value: '', label: '…' }, ...BRANDS]}
        onChange={(event) => set({ brand: event.currentTarget.value })}
      />
      <TextInput
        label={t('tender.last4')}
        value={entry.last4}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => set({ last4: event.currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
      />
      <TextInput
        label={t('tender.approvalCode')}
        value={entry.approvalCode}
        autoComplete="off"
        onChange={(event) =>
          set({
            approvalCode: event.currentTarget.value
              .toUpperCase()
              .replace(/[^0-9A-Z]/g, '')
              .slice(0, 8),
          })
        }
      />
    </SimpleGrid>
  );
}

interface TerminalChoiceProps {
  readonly chosenId: number | null;
  readonly onChoose: (terminalId: number | null) => void;
}

/** Asked only where there is a choice; otherwise the till's own terminal takes it. */
function TerminalChoice({ chosenId, onChoose }: TerminalChoiceProps) {
  const { t } = useWords();
  const terminals = useRead('terminal.list', {}).data?.terminals.filter((terminal) => terminal.active) ?? [];
  const tills = useRead('till.list', {}).data?.tills ?? [];
  const ownId = tills.find((till) => till.session?.state === 'open')?.terminalId ?? null;
  if (terminals.length < 2) return null;
  return (
    <NativeSelect
      label={t('tender.terminal')}
      value={String(chosenId ?? ownId ?? '')}
      data={[
        ...(ownId ? [] : [{ value: '', label: '…' }]),
        ...terminals.map(({ terminalId, name, driver, hasKey, waitingMinor }) => {
          const isKeyless = driver === 'nexo' && !hasKey;
          const words = waitingMinor !== null ? 'waits' : isKeyless ? 'noKey' : null;
          return {
            value: String(terminalId),
            label: words ? t(`integrated.choice.${words}`, { name }) : name,
            disabled: words !== null,
          };
        }),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value ? Number(event.currentTarget.value) : null)}
    />
  );
}
