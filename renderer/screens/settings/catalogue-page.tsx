import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatCount } from '../../../shared/i18n/format.ts';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { ChangeButton, ShowInactive } from './list-controls.tsx';
import { ProductDialog } from './product-dialog.tsx';
import classes from './settings.module.css';
import { StockDialog } from './stock-dialog.tsx';

export type ProductRead = OutputOf<'product.find'>['products'][number];

const TYPING_MS = 120;
const SHOWN = 100;

/** What is sold here, with the fields its later rules need; stock is corrected beside it. */
export function CataloguePage() {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [includeInactive, setIncludeInactive] = useState(false);
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const [edited, setEdited] = useState<ProductRead | 'new' | null>(null);
  const [counted, setCounted] = useState<ProductRead | null>(null);
  const isAdministrator = useHasRole('administrator');
  const found = useRead(
    'product.find',
    { includeInactive, limit: SHOWN, ...(asked ? { text: asked } : {}) },
    { keepPrevious: true },
  );
  const products = found.data?.products ?? [];
  return (
    <Panel>
      <div className={classes.stack}>
        <div className={classes.spread}>
          <TextInput
            className={classes.file}
            label={t('catalogue.find')}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ShowInactive isOn={includeInactive} onChange={setIncludeInactive} />
          {isAdministrator ? <Button onClick={() => setEdited('new')}>{t('catalogue.add')}</Button> : null}
        </div>
        <FailureAlert failure={found.failure} />
        {found.data && products.length === 0 ? <p className={classes.soft}>{t('catalogue.none')}</p> : null}
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('catalogue.column.name')}</th>
              <th scope="col">{t('catalogue.column.type')}</th>
              <th scope="col" className={classes.number}>
                {t('catalogue.column.price')}
              </th>
              <th scope="col">{t('catalogue.column.tax')}</th>
              <th scope="col" className={classes.number}>
                {t('catalogue.column.stock')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {products.map((product) => {
              const name = pickName(product, language);
              return (
                <tr key={product.productId}>
                  <td>
                    <div className={classes.strong}>{name}</div>
                    <div className={classes.soft}>
                      {[product.code, product.ledgerCode, product.barcode].filter(Boolean).join(' · ')}
                    </div>
                    {product.active ? null : <StatusBadge tone="plain" label={t('settings.inactive')} />}
                  </td>
                  <td>{t(`catalogue.type.${product.type}`)}</td>
                  <td className={classes.number}>
                    <Amount minor={product.priceMinor} />
                  </td>
                  <td>{t(`catalogue.tax.${product.taxClass}`)}</td>
                  <td className={classes.number}>
                    {product.stockQuantity === null ? (
                      '—'
                    ) : (
                      <Button
                        variant="subtle"
                        aria-label={`${formatCount(product.stockQuantity, language)}, ${t('catalogue.stock.adjust')} ${name}`}
                        onClick={() => setCounted(product)}
                      >
                        {formatCount(product.stockQuantity, language)}
                      </Button>
                    )}
                  </td>
                  <td className={classes.number}>
                    <ChangeButton name={name} onClick={() => setEdited(product)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {found.data?.hasMore ? <p className={classes.soft}>{t('catalogue.more')}</p> : null}
      </div>
      {edited ? (
        <ProductDialog product={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
      {counted ? <StockDialog product={counted} onClose={() => setCounted(null)} /> : null}
    </Panel>
  );
}
