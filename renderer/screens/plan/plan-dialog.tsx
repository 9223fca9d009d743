import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRead } from '../../connection/use-read.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { ChangePlan } from './change-plan.tsx';
import { MakePlan } from './make-plan.tsx';

export type PlannedItem = OutputOf<'invoice.read'>['items'][number];

/** The plan of one item: made when there is none, else changed (domain.md B11). */
export function PlanDialog(props: { clientId: number; item: PlannedItem; onClose: () => void }) {
  const { clientId, item, onClose } = props;
  const { t, language } = useWords();
  const { data: plan } = useRead('plan.read', { itemId: item.itemId });
  if (!plan) return null;
  const isPlanned = plan.payments.some(({ state }) => state === 'planned' || state === 'failed');
  const name = pickName(item, language);
  return (
    <Dialog
      onClose={onClose}
      size={760}
      title={t(isPlanned ? 'plan.change.title' : 'plan.make.title', { name })}
    >
      {isPlanned ? (
        <ChangePlan clientId={clientId} item={item} plan={plan} onClose={onClose} />
      ) : (
        <MakePlan item={item} onClose={onClose} />
      )}
    </Dialog>
  );
}
