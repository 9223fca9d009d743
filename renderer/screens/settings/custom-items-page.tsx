import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { CustomItemDialog } from './custom-item-dialog.tsx';
import { ChangeButton, ShowInactive } from './list-controls.tsx';
import classes from './settings.module.css';

export type CustomItemRead = OutputOf<'customItem.find'>['customItems'][number];

/** Fees and rebates that staff put on documents by hand: renamed and deactivated, never deleted (domain.md B4). */
export function CustomItemsPage() {
  const { t, language } = useWords();
  const [includeInactive, setIncludeInactive] = useState(false);
  const [edited, setEdited] = useState<CustomItemRead | 'new' | null>(null);
  const isAdministrator = useHasRole('administrator');
  const found = useRead('customItem.find', { includeInactive }, { keepPrevious: true });
  const items = found.data?.customItems ?? [];
  return (
    <Panel>
      <div className={classes.stack}>
        <div className={classes.spread}>
          <ShowInactive isOn={includeInactive} onChange={setIncludeInactive} />
          {isAdministrator ? <Button onClick={() => setEdited('new')}>{t('customItem.add')}</Button> : null}
        </div>
        <FailureAlert failure={found.failure} />
        {found.data && items.length === 0 ? <p className={classes.soft}>{t('customItem.none')}</p> : null}
        {items.length > 0 ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('customItem.column.name')}</th>
                <th scope="col">{t('customItem.column.kind')}</th>
                <th scope="col">{t('customItem.column.ledgerCode')}</th>
                <th scope="col">{t('customItem.column.tax')}</th>
                <th scope="col" className={classes.number}>
                  {t('customItem.column.amount')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.customItemId}>
                  <td>
                    <div className={classes.strong}>{pickName(item, language)}</div>
                    {item.active ? null : <StatusBadge tone="plain" label={t('settings.inactive')} />}
                  </td>
                  <td>{t(`customItem.kind.${item.kind}`)}</td>
                  <td>{item.ledgerCode}</td>
                  <td>{t(`customItem.tax.${item.taxClass}`)}</td>
                  <td className={classes.number}>
                    {item.defaultAmountMinor === null
                      ? t('customItem.typed')
                      : formatMoney(item.defaultAmountMinor, language)}
                  </td>
                  <td className={classes.number}>
                    <ChangeButton name={pickName(item, language)} onClick={() => setEdited(item)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <p className={classes.soft}>{t('customItem.product')}</p>
      </div>
      {edited ? (
        <CustomItemDialog item={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </Panel>
  );
}
