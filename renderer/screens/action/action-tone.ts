import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Tone } from '../../parts/status-badge.tsx';

const TONES: Readonly<Record<ActionKind, Tone>> = {
  'account-parked': 'bad',
  'refund-in-doubt': 'doubt',
  'payment-in-doubt': 'doubt',
  'refund-failed': 'bad',
  'payment-failed': 'bad',
  'instalment-failed': 'bad',
  'payment-returned': 'bad',
  'processing-long': 'waiting',
  'refund-in-progress': 'waiting',
  'payment-in-progress': 'waiting',
  'approval-waiting': 'waiting',
  'approval-granted': 'good',
  'refund-to-issue': 'waiting',
  'refund-to-begin': 'waiting',
  'refund-excess': 'doubt',
  'walk-in-money-back': 'doubt',
  'sale-parked': 'waiting',
  'instalment-overdue': 'doubt',
  'instalment-due': 'plain',
  'card-expiring': 'plain',
  unreconciled: 'plain',
  'till-difference': 'doubt',
  'batch-difference': 'doubt',
};

/** How a kind of row looks; its word and its icon say the same. */
export function actionTone(row: { kind: ActionKind; state: string }): Tone {
  return row.state === 'resolved-elsewhere' ? 'good' : TONES[row.kind];
}
