import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBarcode, IconPackage } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { ask } from '../../connection/ask.ts';
import { useRead } from '../../connection/use-read.ts';
import { Empty } from '../../parts/empty.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import { addFee, addProduct, type Product, stepQuantity, useCounter } from './counter-state.ts';
import { FeeTile } from './fee-tile.tsx';
import { ProductTile } from './product-tile.tsx';
import { type TypeTab, TypeTabs } from './type-tabs.tsx';

const TYPING_MS = 120;
const SHOWN = 120;

/** "3*bonnet" is three of them; the rest is what to look for. */
function parseTyped(typed: string): { quantity: number; text: string } {
  const match = /^\s*([1-9]\d{0,3})\s*[*x×]\s*(.*)$/i.exec(typed);
  return match
    ? { quantity: Number(match[1]), text: (match[2] ?? '').trim() }
    : { quantity: 1, text: typed.trim() };
}

/** A scanned code means that product and no other; otherwise the first one found. */
function bestOf(products: readonly Product[], text: string): Product | undefined {
  const code = text.toLowerCase();
  return (
    products.find((product) => product.barcode === text || product.code.toLowerCase() === code) ?? products[0]
  );
}

export function Catalogue({ searchRef }: { searchRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [tab, setTab] = useState<TypeTab>('all');
  const { text: typedText, quantity } = parseTyped(typed);
  const [text] = useDebouncedValue(typedText, TYPING_MS);
  const lastKey = useCounter((state) => state.lines.at(-1)?.key);
  const found = useRead(
    'product.find',
    { limit: SHOWN, ...(text ? { text } : {}), ...(tab === 'all' ? {} : { type: tab }) },
    { keepPrevious: true },
  );
  const products = found.data?.products ?? [];
  const takesFees = tab === 'fee' || (tab === 'all' && text !== '');
  const fees =
    useRead(
      'customItem.find',
      { kind: 'fee', ...(text ? { text } : {}) },
      { enabled: takesFees, keepPrevious: true },
    ).data?.customItems ?? [];
  const shownFees = takesFees ? fees : [];
  useKeys({
    '+': lastKey ? () => stepQuantity(lastKey, 1) : undefined,
    '-': lastKey ? () => stepQuantity(lastKey, -1) : undefined,
  });

  const add = (product: Product) => {
    addProduct(product, quantity);
    setTyped('');
    searchRef.current?.focus();
  };
  const addTyped = async () => {
    // A scanner is faster than the list: its Enter asks for itself, and the box is free for the next code at once
    const asked = typed;
    setTyped('');
    const answer = await ask('product.find', { text: typedText, limit: 10 }).catch(() => null);
    const best = bestOf(answer?.products ?? [], typedText);
    if (best) addProduct(best, quantity);
    else setTyped((now) => (now === '' ? asked : now));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typedText) {
      event.preventDefault();
      void addTyped();
    } else if ((event.key === '+' || event.key === '-') && typed === '' && lastKey) {
      event.preventDefault();
      stepQuantity(lastKey, event.key === '+' ? 1 : -1);
    }
  };

  return (
    <section className={classes.catalogue} aria-label={t('counter.catalogue')}>
      <TextInput
        ref={searchRef}
        aria-label={t('counter.productSearch')}
        placeholder={t('counter.productSearch')}
        description={t('counter.productHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        leftSection={<IconBarcode size={20} aria-hidden="true" />}
        value={typed}
        autoFocus
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TypeTabs tab={tab} onChange={setTab} />
      {found.data && products.length === 0 && shownFees.length === 0 ? (
        text || tab !== 'all' ? (
          <Empty icon={IconPackage} title={t('counter.noProduct')} />
        ) : (
          <Empty
            icon={IconPackage}
            title={t('counter.emptyCatalogue')}
            lead={t('counter.emptyCatalogueLead')}
          />
        )
      ) : (
        <ul className={classes.tiles}>
          {products.map((product) => (
            <li key={product.productId}>
              <ProductTile product={product} onAdd={() => add(product)} />
            </li>
          ))}
          {shownFees.map((item) => (
            <li key={`fee ${item.customItemId}`}>
              <FeeTile
                item={item}
                onAdd={() => {
                  addFee(item, quantity);
                  setTyped('');
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
