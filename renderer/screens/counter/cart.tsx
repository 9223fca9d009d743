import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconMinus, IconPlus, IconShoppingCart, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRefusalText } from '../../connection/use-refusal-text.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { LineDiscounts } from '../../parts/line-discounts.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { PricedCart } from './cart-amounts.ts';
import { CartRebate } from './cart-rebate.tsx';
import classes from './counter.module.css';
import {
  type CartLine,
  changeLine,
  hasFreePrice,
  needsPerson,
  removeLine,
  setRebate,
  startNewSale,
  stepQuantity,
  useCounter,
} from './counter-state.ts';
import { DiscountCodes } from './discount-codes.tsx';
import { PlanChoice } from './plan-choice.tsx';

export type Person = OutputOf<'client.read'>['client']['people'][number];

interface CartProps {
  readonly cart: PricedCart;
  /** Null for a walk-in. */
  readonly people: readonly Person[] | null;
  readonly isLocked: boolean;
  /** While money is taken only the sums stay, so that everything fits without scrolling. */
  readonly isCompact: boolean;
}

export function Cart({ cart, people, isLocked, isCompact }: CartProps) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const count = cart.lines.length;
  // The line just added is the one the clerk looks for
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of lines is what triggers it
  useEffect(() => {
    list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  if (count === 0) {
    return (
      <section className={classes.cart} aria-label={t('counter.cart')}>
        <Empty icon={IconShoppingCart} title={t('counter.cartEmpty')} lead={t('counter.cartEmptyLead')} />
      </section>
    );
  }
  if (isCompact) {
    return (
      <section className={classes.cart} data-compact aria-label={t('counter.cart')}>
        <CartTotal cart={cart}>
          <span className={classes.compact}>
            {t('counter.items', { count })}
            <small>{t('counter.taxesShort', { gst: cart.gstMinor, qst: cart.qstMinor })}</small>
          </span>
        </CartTotal>
      </section>
    );
  }
  return (
    <section className={classes.cart} aria-label={t('counter.cart')}>
      <ul className={classes.lines} ref={list}>
        {cart.lines.map((priced) => (
          <Line key={priced.line.key} priced={priced} people={people} isLocked={isLocked} />
        ))}
      </ul>
      <DiscountCodes isLocked={isLocked} />
      <WholeRebate isLocked={isLocked} />
      <dl className={classes.totals}>
        {(['net', 'gst', 'qst'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`counter.${part}`)}</dt>
            <dd>
              <Amount minor={cart[`${part}Minor`]} />
            </dd>
          </div>
        ))}
      </dl>
      <CartTotal cart={cart}>
        <Button
          variant="subtle"
          color="dark"
          size="compact-md"
          disabled={isLocked}
          onClick={startNewSale}
          leftSection={<IconTrash size={16} aria-hidden="true" />}
        >
          {t('counter.clearCart')}
        </Button>
      </CartTotal>
    </section>
  );
}

function WholeRebate({ isLocked }: { isLocked: boolean }) {
  const rebate = useCounter((state) => state.rebate);
  return (
    <div>
      <CartRebate name={null} rebate={rebate} limitMinor={null} isLocked={isLocked} onChange={setRebate} />
    </div>
  );
}

function CartTotal({ cart, children }: { cart: PricedCart; children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={classes.due}>
      {children}
      <p className={classes.dueAmount}>
        <span>{t('counter.toPay')}</span>
        <Amount minor={cart.totalMinor} size="big" />
      </p>
    </div>
  );
}

interface LineProps {
  readonly priced: PricedCart['lines'][number];
  readonly people: readonly Person[] | null;
  readonly isLocked: boolean;
}

function Line({ priced, people, isLocked }: LineProps) {
  const { t, language } = useWords();
  const { line } = priced;
  const name = pickName(line.product, language);
  const isSomebodys = needsPerson(line.product);
  const textOf = useRefusalText();
  return (
    <li className={classes.line}>
      <div className={classes.lineHead}>
        <span className={classes.lineName}>
          {name}
          <small className={classes.lineTax}>
            {t(`counter.taxClass.${line.product.taxClass}`)}
            {line.quantity > 1 && ` · ${t('counter.each', { price: line.unitPriceMinor })}`}
          </small>
        </span>
        <span className={classes.stepper}>
          <ActionIcon
            aria-label={line.quantity === 1 ? t('counter.remove', { name }) : t('counter.less', { name })}
            disabled={isLocked}
            color="dark"
            onClick={() => (line.quantity === 1 ? removeLine(line.key) : stepQuantity(line.key, -1))}
          >
            {line.quantity === 1 ? (
              <IconTrash size={18} aria-hidden="true" />
            ) : (
              <IconMinus size={18} aria-hidden="true" />
            )}
          </ActionIcon>
          <output aria-label={t('counter.quantityOf', { name })}>{line.quantity}</output>
          <ActionIcon
            aria-label={t('counter.more', { name })}
            disabled={isLocked}
            color="dark"
            onClick={() => stepQuantity(line.key, 1)}
          >
            <IconPlus size={18} aria-hidden="true" />
          </ActionIcon>
        </span>
        <Amount minor={priced.grossMinor} strong />
      </div>
      <LineDiscounts discounts={priced.discounts} skipped={priced.skipped} />
      {priced.restrictions.map(({ kind, failure }) => (
        <p key={kind} className={classes.missing}>
          {textOf(failure)}
        </p>
      ))}
      {priced.rebates.map((rebate, place) => (
        <div key={place} className={classes.rebate}>
          <span>{pickName(rebate, language)}</span>
          <Amount minor={-rebate.amountMinor} />
        </div>
      ))}
      <div>
        <CartRebate
          name={name}
          rebate={line.rebate}
          limitMinor={priced.rebateLimitMinor}
          isLocked={isLocked}
          onChange={(rebate) => changeLine(line.key, { rebate })}
        />
      </div>
      {people && <PlanChoice line={line} name={name} totalMinor={priced.totalMinor} isLocked={isLocked} />}
      {isSomebodys && <PersonChoice line={line} name={name} people={people} isLocked={isLocked} />}
      {hasFreePrice(line.product) && (
        <MoneyField
          label={t('counter.priceFor', { name })}
          value={line.unitPriceMinor}
          disabled={isLocked}
          onChange={(minor) => changeLine(line.key, { unitPriceMinor: minor ?? 0 })}
        />
      )}
    </li>
  );
}

interface PersonChoiceProps {
  readonly line: CartLine;
  readonly name: string;
  readonly people: readonly Person[] | null;
  readonly isLocked: boolean;
}

function PersonChoice({ line, name, people, isLocked }: PersonChoiceProps) {
  const { t } = useWords();
  const only = people?.length === 1 ? people[0] : undefined;
  const { key, personId } = line;
  // Nobody chooses among one
  useEffect(() => {
    if (only && personId === null) changeLine(key, { personId: only.personId });
  }, [only, personId, key]);
  if (!people) return <p className={classes.missing}>{t('counter.needsClient')}</p>;
  if (people.length === 0) return <p className={classes.missing}>{t('counter.noPeople')}</p>;
  return (
    <NativeSelect
      aria-label={t('counter.personFor', { name })}
      value={personId === null ? '' : String(personId)}
      disabled={isLocked}
      error={personId === null ? t('counter.personMissing') : null}
      data={[
        ...(personId === null ? [{ value: '', label: t('counter.choosePerson') }] : []),
        ...people.map((person) => ({
          value: String(person.personId),
          label: [person.givenName, person.familyName].filter(Boolean).join(' '),
        })),
      ]}
      onChange={(event) => changeLine(key, { personId: Number(event.currentTarget.value) })}
    />
  );
}
