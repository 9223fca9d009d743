import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { DiscountDialog } from './discount-dialog.tsx';
import type { DiscountRead } from './discount-form.ts';
import { ChangeButton, ShowInactive } from './list-controls.tsx';
import classes from './settings.module.css';

/** The automated discounts in the order in which they are applied. */
export function DiscountsPage() {
  const { t, language } = useWords();
  const [includeInactive, setIncludeInactive] = useState(false);
  const [edited, setEdited] = useState<DiscountRead | 'new' | null>(null);
  const isAdministrator = useHasRole('administrator');
  const listed = useRead('discountRule.list', { includeInactive }, { keepPrevious: true });
  const rules = (listed.data?.rules ?? []).toSorted(
    (left, right) => orderOf(left) - orderOf(right) || left.ruleId - right.ruleId,
  );
  return (
    <Panel>
      <div className={classes.stack}>
        <div className={classes.spread}>
          <ShowInactive isOn={includeInactive} onChange={setIncludeInactive} />
          {isAdministrator ? <Button onClick={() => setEdited('new')}>{t('discount.add')}</Button> : null}
        </div>
        <FailureAlert failure={listed.failure} />
        {listed.data && rules.length === 0 ? <p className={classes.soft}>{t('discount.none')}</p> : null}
        {rules.length > 0 ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" className={classes.number}>
                  {t('discount.column.order')}
                </th>
                <th scope="col">{t('discount.column.name')}</th>
                <th scope="col" className={classes.number}>
                  {t('discount.column.value')}
                </th>
                <th scope="col">{t('discount.column.when')}</th>
                <th scope="col" className={classes.number}>
                  {t('discount.column.used')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => {
                const name = pickName({ nameFr: rule.nameFr, nameEn: rule.nameEn ?? '' }, language);
                return (
                  <tr key={rule.ruleId}>
                    <td className={classes.number}>{orderOf(rule)}</td>
                    <td>
                      <div className={classes.strong}>{name}</div>
                      <div className={classes.soft}>
                        {[
                          rule.trigger.kind === 'automatic'
                            ? ''
                            : t('discount.withCode', { code: rule.trigger.code }),
                          rule.exclusiveGroup ?? '',
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                      {rule.active ? null : <StatusBadge tone="plain" label={t('settings.inactive')} />}
                    </td>
                    <td className={classes.number}>
                      {rule.value.kind === 'percentage'
                        ? t('discount.percentage', { value: rule.value.basisPoints })
                        : t(`discount.amount.${rule.value.per}`, { value: rule.value.amountMinor })}
                    </td>
                    <td>{t(periodOf(rule), { from: rule.fromDate, to: rule.toDate })}</td>
                    <td className={classes.number}>
                      {rule.trigger.kind === 'coupon' && rule.trigger.maximumUses !== undefined
                        ? t('discount.usedOf', { used: rule.usedCount, maximum: rule.trigger.maximumUses })
                        : formatCount(rule.usedCount, language)}
                    </td>
                    <td className={classes.number}>
                      <ChangeButton name={name} onClick={() => setEdited(rule)} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        ) : null}
      </div>
      {edited ? (
        <DiscountDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </Panel>
  );
}

const orderOf = (rule: DiscountRead) => rule.priority ?? 100;

function periodOf({ fromDate, toDate }: DiscountRead) {
  if (fromDate && toDate) return 'discount.between';
  if (fromDate) return 'discount.from';
  return toDate ? 'discount.until' : 'discount.always';
}
