import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract/contract.ts';

export type ActionRow = OutputOf<'action.list'>['actions'][number];

/** What happened, in one sentence. */
export function actionSentence(t: TFunction, row: ActionRow): string {
  if (row.kind === 'sale-parked' && row.amountMinor === 0) return t('action.kind.sale-unpaid');
  if (row.kind === 'sale-parked' || row.kind === 'walk-in-money-back') return t(`action.kind.${row.kind}`);
  if (row.kind === 'approval-waiting' || row.kind === 'approval-granted')
    return t(`approval.action.${row.kind}`);
  const driver = row.driver === 'cash' || row.driver === 'nexo' ? row.driver : 'standalone';
  return t(`action.kind.${row.kind}.${driver}`, { terminal: row.terminalName ?? '' });
}
