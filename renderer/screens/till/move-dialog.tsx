import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { type Command, useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

export interface Move {
  readonly name: 'topUp' | 'payIn' | 'payOut' | 'drop' | 'noSale';
  readonly needsReason: boolean;
  readonly needsSupervisor: boolean;
}

export const MOVES: readonly Move[] = [
  { name: 'payIn', needsReason: true, needsSupervisor: false },
  { name: 'payOut', needsReason: true, needsSupervisor: true },
  { name: 'topUp', needsReason: false, needsSupervisor: false },
  { name: 'drop', needsReason: false, needsSupervisor: false },
  { name: 'noSale', needsReason: true, needsSupervisor: true },
];

interface Props {
  tillId: number;
  move: Move;
  onClose: () => void;
}

/** One typed movement of the drawer: amount and reason, one confirm. */
export function MoveDialog({ tillId, move, onClose }: Props) {
  const { t, language } = useWords();
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [ledgerCode, setLedgerCode] = useState('');
  const commands = {
    topUp: useCommand('till.topUp'),
    payIn: useCommand('till.payIn'),
    payOut: useCommand('till.payOut'),
    drop: useCommand('till.drop'),
    noSale: useCommand('till.noSale'),
  };
  const command: Pick<
    Command<'till.noSale'>,
    'failure' | 'isRunning' | 'isUnanswered' | 'clearFailure'
  > = commands[move.name];
  const isNoSale = move.name === 'noSale';
  const isReady = (isNoSale || (amountMinor ?? 0) > 0) && (!move.needsReason || reason.trim() !== '');

  const send = async () => {
    const amount = { tillId, amountMinor: amountMinor ?? 0 };
    const why = { reason: reason.trim(), ...(ledgerCode.trim() ? { ledgerCode: ledgerCode.trim() } : {}) };
    const answer = {
      topUp: () => commands.topUp.run(amount),
      payIn: () => commands.payIn.run({ ...amount, ...why }),
      payOut: () => commands.payOut.run({ ...amount, ...why }),
      drop: () => commands.drop.run(amount),
      noSale: () => commands.noSale.run({ tillId, reason: reason.trim() }),
    }[move.name];
    if (await answer()) onClose();
  };

  return (
    <Dialog onClose={onClose} title={t(`till.move.${move.name}`)}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t(`till.move.${move.name}Help`)}</p>
        {isNoSale ? null : (
          <MoneyField
            autoFocus
            required
            label={t('till.move.amount')}
            value={amountMinor}
            disabled={command.isUnanswered}
            onChange={(typedMinor) => {
              setAmountMinor(typedMinor);
              command.clearFailure();
            }}
          />
        )}
        {move.needsReason ? (
          <TextInput
            autoFocus={isNoSale}
            required
            label={t('till.move.reason')}
            placeholder={t('till.move.reasonPlaceholder')}
            maxLength={200}
            disabled={command.isUnanswered}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {move.name === 'payIn' || move.name === 'payOut' ? (
          <TextInput
            label={t('till.move.ledgerCode')}
            maxLength={20}
            disabled={command.isUnanswered}
            value={ledgerCode}
            onChange={(event) => setLedgerCode(event.currentTarget.value)}
          />
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={
            isNoSale
              ? t('till.move.submitNoSale')
              : t('till.move.submit', { amount: formatMoney(amountMinor ?? 0, language) })
          }
          disabled={!isReady}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
