import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useHasRole } from '../../connection/session.ts';
import { Amount } from '../../parts/amount.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './invoice.module.css';
import { ItemActions, type ItemActionsOf } from './item-actions.tsx';
import { paidByWords } from './paid-by-words.ts';
import { UnlinkDialog } from './unlink-dialog.tsx';

export type InvoiceRead = OutputOf<'invoice.read'>;
export type ItemRead = InvoiceRead['items'][number];

/** What is billed, what paid each part of it, and what was credited; an item is where a credit starts. */
export function ItemTable({
  items,
  ownMemoIds,
  ...actions
}: {
  items: readonly ItemRead[];
  /** Credit memos of this invoice's own items: what they pay is not owed, so it is never unlinked. */
  ownMemoIds: ReadonlySet<number>;
} & ItemActionsOf) {
  const { t, language } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const [unlinked, setUnlinked] = useState<{ item: ItemRead; part: ItemRead['paidBy'][number] } | null>(null);
  const canUnlink = (part: ItemRead['paidBy'][number]) =>
    isSupervisor && (part.kind === 'payment' || !ownMemoIds.has(part.documentId));
  const whyOf = ({ reason, approverName }: { reason: string; approverName: string | null }) =>
    [reason, approverName ? t('rebate.approver', { name: approverName }) : ''].filter(Boolean).join(' · ');
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('invoice.items.item')}</th>
            <th scope="col" className={classes.number}>
              {t('invoice.items.net')}
            </th>
            <th scope="col" className={classes.number}>
              {t('invoice.items.taxes')}
            </th>
            <th scope="col" className={classes.number}>
              {t('invoice.items.total')}
            </th>
            <th scope="col">{t('invoice.items.paidBy')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const name = pickName(item, language);
            return (
              <Fragment key={item.itemId}>
                <tr data-replaced={item.replacedBy !== null || undefined}>
                  <td className={classes.wide}>
                    <div className={classes.strong}>
                      {name}
                      {item.quantity > 1 ? ` × ${item.quantity}` : ''}
                    </div>
                    <div className={classes.soft}>
                      {[
                        item.personName ? t('invoice.items.person', { name: item.personName }) : '',
                        item.taxClass === 'taxable' ? '' : t(`invoice.items.${item.taxClass}`),
                        item.registrationState
                          ? t(`invoice.items.registration.${item.registrationState}`)
                          : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                    {item.discounts.map((discount, position) => (
                      <div key={position} className={classes.soft}>
                        {pickName(discount, language)} <Amount minor={-discount.amountMinor} />
                        {discount.rebate ? ` · ${whyOf(discount.rebate)}` : null}
                      </div>
                    ))}
                    <ReplacementLinks item={item} />
                    {item.state === 'active' ? null : (
                      <div className={classes.row}>
                        <StatusBadge tone="plain" label={t(`invoice.items.state.${item.state}`)} />
                        <span className={classes.soft}>
                          {t('invoice.items.credited', { amount: item.creditedMinor })}
                        </span>
                      </div>
                    )}
                  </td>
                  <td className={classes.number}>
                    <Amount minor={item.netMinor} />
                  </td>
                  <td className={classes.number}>
                    <Amount minor={item.gstMinor + item.qstMinor} />
                  </td>
                  <td className={classes.number}>
                    <Amount minor={item.totalMinor} strong />
                  </td>
                  <td>
                    {item.paidBy.map((part) => (
                      <div key={`${part.kind} ${part.documentId}`} className={classes.paidBy}>
                        <span>{paidByWords(part, t)}</span>
                        <Amount minor={part.amountMinor} />
                        <span className={`${classes.soft} ${classes.nowrap}`}>{part.number}</span>
                        {canUnlink(part) ? (
                          <Button
                            variant="subtle"
                            size="compact-sm"
                            aria-label={`${t('invoice.unlink.action', { number: part.number })} ${name}`}
                            onClick={() => setUnlinked({ item, part })}
                          >
                            {t('invoice.unlink.short')}
                          </Button>
                        ) : null}
                      </div>
                    ))}
                    {item.owedMinor > 0 ? (
                      <div className={classes.paidBy}>
                        <span className={classes.strong}>{t('invoice.items.owed')}</span>
                        <Amount minor={item.owedMinor} strong />
                      </div>
                    ) : null}
                    {item.pendingMinor > 0 ? (
                      <StatusBadge
                        tone="waiting"
                        label={t('invoice.items.beingPaid', { amount: item.pendingMinor })}
                      />
                    ) : null}
                  </td>
                </tr>
                <tr className={classes.itemActions} data-replaced={item.replacedBy !== null || undefined}>
                  <td colSpan={5}>
                    <ItemActions item={item} {...actions} />
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {unlinked ? <UnlinkDialog {...unlinked} onClose={() => setUnlinked(null)} /> : null}
    </>
  );
}

/** Where the item went, or which one it took the place of (domain.md B17). */
function ReplacementLinks({ item: { replacedBy, replaces } }: { item: ItemRead }) {
  const { t } = useWords();
  return (
    <>
      {replacedBy ? (
        <a className={classes.link} href={hashOf('invoice', replacedBy.invoiceId)}>
          {t('plan.replace.by', { number: replacedBy.invoiceNumber })}
        </a>
      ) : null}
      {replaces ? (
        <a className={classes.link} href={hashOf('invoice', replaces.invoiceId)}>
          {t('plan.replace.of', { number: replaces.invoiceNumber })}
        </a>
      ) : null}
    </>
  );
}
