import { ActionIcon, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { LineDiscounts } from '../../parts/line-discounts.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

type Simulation = InputOf<'discountRule.simulate'>;
type Item = Simulation['items'][number];

const SHOWN = 1_000;

/** A cart that is never sold: what each line would come to with the live rules and this one, and why. */
export function DiscountSimulator({ draft }: { draft: NonNullable<Simulation['draft']> }) {
  const { t, language } = useWords();
  const [clientId, setClientId] = useState<number | null>(null);
  const [items, setItems] = useState<readonly Item[]>([]);
  const [codes, setCodes] = useState('');
  const [date, setDate] = useState('');
  const products = useRead('product.find', { limit: SHOWN }).data?.products ?? [];
  const account = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null }).data;
  const given = codes
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  const simulated = useRead(
    'discountRule.simulate',
    {
      draft,
      items: [...items],
      ...(clientId === null ? {} : { clientId }),
      ...(given.length > 0 ? { codes: given.slice(0, 10) } : {}),
      ...(isCalendarDate(date) ? { localDate: date } : {}),
    },
    { enabled: items.length > 0, keepPrevious: true },
  );
  const lines = items.length > 0 && simulated.data?.lines.length === items.length ? simulated.data.lines : [];
  const people = account?.client.people ?? [];
  const changeItem = (place: number, change: Partial<Item>) =>
    setItems(items.map((item, index) => (index === place ? { ...item, ...change } : item)));
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>{t('discount.simulator.lead')}</p>
      {account ? (
        <p className={classes.strong}>{account.client.name}</p>
      ) : (
        <ClientPicker
          autoFocus
          onPick={(picked) => {
            setClientId(picked);
            setItems(items.map(({ personId: _, ...item }) => item));
          }}
        />
      )}
      <div className={classes.grid}>
        <Select
          label={t('discount.simulator.product')}
          searchable
          limit={50}
          value={null}
          data={products.map((product) => ({
            value: String(product.productId),
            label: pickName(product, language),
          }))}
          onChange={(productId) => productId && setItems([...items, { productId: Number(productId) }])}
        />
        <TextInput
          label={t('discount.simulator.date')}
          placeholder={t('catalogue.datePlaceholder')}
          maxLength={10}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          className={classes.whole}
          label={t('discount.simulator.codes')}
          maxLength={200}
          value={codes}
          onChange={(event) => setCodes(event.currentTarget.value)}
        />
      </div>
      <FailureAlert failure={simulated.failure} />
      {lines.length === 0 ? <p className={classes.soft}>{t('discount.simulator.empty')}</p> : null}
      {lines.map((line, place) => {
        const name = pickName(line, language);
        return (
          <div key={place} className={classes.stack}>
            <div className={classes.spread}>
              <span className={classes.strong}>{name}</span>
              <span className={classes.row}>
                {people.length > 0 ? (
                  <NativeSelect
                    aria-label={`${t('discount.simulator.person')} ${name}`}
                    value={String(items[place]?.personId ?? '')}
                    data={[
                      { value: '', label: t('discount.simulator.nobody') },
                      ...people.map((person) => ({
                        value: String(person.personId),
                        label: `${person.givenName} ${person.familyName}`.trim(),
                      })),
                    ]}
                    onChange={(event) => {
                      const personId = Number(event.currentTarget.value);
                      changeItem(place, { personId: personId === 0 ? undefined : personId });
                    }}
                  />
                ) : null}
                <Amount minor={line.grossMinor} strong />
                <ActionIcon
                  color="dark"
                  aria-label={t('discount.simulator.remove', { name })}
                  onClick={() => setItems(items.filter((_item, index) => index !== place))}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              </span>
            </div>
            <div>
              <LineDiscounts discounts={line.discounts} skipped={line.skipped} withOtherItems />
            </div>
          </div>
        );
      })}
      {lines.length > 0 && simulated.data ? (
        <div className={classes.spread}>
          <span>{t('discount.simulator.total')}</span>
          <Amount minor={simulated.data.totalMinor} size="big" />
        </div>
      ) : null}
    </div>
  );
}
