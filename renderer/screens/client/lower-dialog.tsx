import { IconCoin, IconDiscount, IconFileInvoice, IconTag } from '@tabler/icons-react';
import { useHasRole } from '../../connection/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

interface LowerDialogProps {
  readonly account: AccountRead;
  readonly onCredit: () => void;
  readonly onRebate: () => void;
  readonly onClose: () => void;
}

/** "What do you want to do?": each way to lower a bill with one sentence on what it changes (product.md M2). */
export function LowerDialog({ account, onCredit, onRebate, onClose }: LowerDialogProps) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const invoice = account.documents.find((document) => document.kind === 'invoice');
  const ways = [
    { name: 'rebate', icon: IconTag, isShut: !invoice, choose: onRebate },
    {
      name: 'item',
      icon: IconFileInvoice,
      isShut: !invoice,
      choose: () => invoice && goTo('invoice', invoice.documentId),
    },
    { name: 'credit', icon: IconCoin, isShut: !isSupervisor, choose: onCredit },
    {
      name: 'discount',
      icon: IconDiscount,
      isShut: !isSupervisor,
      choose: () => goTo('settings', null, { page: 'discounts' }),
    },
  ] as const;
  return (
    <Dialog size="lg" title={t('client.lower.title')} onClose={onClose}>
      <div className={classes.stack}>
        {ways.map(({ name, icon: Icon, isShut, choose }) => (
          <button key={name} type="button" className={classes.way} disabled={isShut} onClick={choose}>
            <Icon size={26} stroke={1.6} aria-hidden="true" />
            <span>
              <strong>{t(`client.lower.${name}.title`)}</strong>
              {t(`client.lower.${name}.lead`)}
              {isShut && (name === 'credit' || name === 'discount') ? (
                <em>{t('client.lower.supervisor')}</em>
              ) : null}
              {isShut && !invoice && (name === 'item' || name === 'rebate') ? (
                <em>{t('client.lower.noInvoice')}</em>
              ) : null}
            </span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
