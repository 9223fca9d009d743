import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { ask } from '../connection/ask.ts';
import { readPending } from '../connection/pending-command.ts';
import { ScanRecogniser } from '../parts/scan-recogniser.ts';
import { addProduct } from '../screens/counter/counter-state.ts';
import { useWords } from './language.ts';
import { goTo, useRoute } from './router.ts';
import { placeOf } from './scan-place.ts';

/** Amounts and counts are typed there; a code that lands in one would be money. Fields that take codes say so. */
const LEFT_ALONE =
  '[inputmode="decimal"], [inputmode="numeric"], [type="password"], [data-takes-scan], [data-takes-scan] *';
const QUANTITY = /^\s*([1-9]\d{0,3})\s*[*x×]\s*$/i;

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** A dialog asks for something of its own; its fields take what is scanned. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Sets a field that React controls, as a key would. */
function putBack(field: Field, text: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Hears a barcode scanner on every screen, whatever has the focus, but not in money fields: a product joins the cart,
 * a client's card opens the account, a printed document opens what it stands for.
 */
export function useScanner(): void {
  const { t } = useWords();
  const words = useRef(t);
  words.current = t;

  useEffect(() => {
    const recogniser = new ScanRecogniser();
    let before: { field: Field; text: string } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isAlone = target instanceof Element && target.matches(LEFT_ALONE);
      if (isAlone || isDialogOpen() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
        recogniser.forget();
        return;
      }
      const { began, follows, code } = recogniser.hear(event.key, event.timeStamp);
      if (began) before = isField(target) ? { field: target, text: target.value } : null;
      // The dash of a receipt's number is not the counter's key for one item less
      if (follows && !isField(target)) event.stopImmediatePropagation();
      if (code === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const typed = before?.text ?? '';
      if (before) putBack(before.field, QUANTITY.test(typed) ? '' : typed);
      void follow(code, Number(QUANTITY.exec(typed)?.[1] ?? 1), words.current);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

async function follow(code: string, quantity: number, t: TFunction): Promise<void> {
  const found = await ask('scan.find', { code }).catch(() => null);
  if (found === null || found.kind === 'unknown') say(t('shell.scan.unknown', { code }), t);
  else if (found.kind === 'product') await addScanned(found, quantity, t);
  else goTo(...placeOf(found, useRoute.getState().screen === 'refund'));
}

function say(message: string, t: TFunction): void {
  const closeButtonProps = { 'aria-label': t('shell.close') };
  notifications.show({ message, color: 'amber', closeButtonProps });
}

async function addScanned(
  found: Extract<OutputOf<'scan.find'>, { kind: 'product' }>,
  quantity: number,
  t: TFunction,
): Promise<void> {
  // A sale that was sent and not answered goes again as it was: its cart stays as it is
  if (readPending('invoice.issue')?.isUnanswered) return say(t('shell.scan.saleWaits'), t);
  if (!found.active) return say(t('shell.scan.inactive', { code: found.code }), t);
  const answer = await ask('product.find', { text: found.code, limit: 10 }).catch(() => null);
  const product = answer?.products.find(({ productId }) => productId === found.productId);
  if (!product) return say(t('shell.scan.unknown', { code: found.code }), t);
  addProduct(product, quantity);
  const { screen, params } = useRoute.getState();
  if (screen !== 'counter' || params.sale !== undefined) goTo('counter');
}
