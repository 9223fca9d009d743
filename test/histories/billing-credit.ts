import { atMost, has, same } from './agree.ts';
import type { BillingHistory } from './billing-history.ts';
import { freeSources, type Pays } from './billing-tenders.ts';
import { extracted, newItem, type Parts, rounded, taxed, total } from './money-model.ts';
import { daysAfter } from './plan-model.ts';

export type TaxMode = 'included' | 'added' | 'waived';
export interface MadeParts {
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
}

export const minor = ({ net, gst, qst }: Parts) => ({ netMinor: net, gstMinor: gst, qstMinor: qst });

/** A credit or charge by hand: its taxes inside, added, or left as they were (domain.md B7). */
export function byHand(cents: number, taxMode: TaxMode): Parts {
  if (taxMode === 'included') return extracted(cents);
  return taxMode === 'added' ? taxed(cents, true) : { net: cents, gst: 0, qst: 0 };
}

export async function issueCredit(history: BillingHistory, clientId: number): Promise<void> {
  const { random, today } = history;
  const amountMinor = random.integer(1, 6000);
  const taxMode = random.pick(['included', 'added', 'waived'] as const);
  const isRefundable = random.chance(0.5);
  const expiresOn = random.chance(0.5) ? daysAfter(today, random.integer(-1, 30)) : undefined;
  const made = await history.send<MadeParts & { memoId: number }>('credit.issue', {
    clientId,
    amountMinor,
    taxMode,
    label: 'Geste',
    ledgerCode: 'GESTE',
    isRefundable,
    ...(expiresOn ? { expiresOn } : {}),
    reason: 'geste',
  });
  const may = expiresOn === undefined || (!isRefundable && expiresOn >= today);
  same(made !== null, may, 'credit issued');
  if (!made) return;
  const parts = byHand(amountMinor, taxMode);
  has(made, minor(parts), 'credit');
  addManualMemo(history, { memoId: made.memoId, clientId, parts });
  if (expiresOn) history.expiry.set(made.memoId, expiresOn);
}

export function addManualMemo(
  { model }: BillingHistory,
  { memoId, clientId, parts }: { memoId: number; clientId: number; parts: Parts },
): void {
  const reversed = { net: 0, gst: 0, qst: 0 };
  model.memos.set(memoId, { clientId, amount: total(parts), held: 0, refunded: 0, parts, reversed });
}

/** The parts of the next reversal: cumulative shares of the credit's own cents (settled.md 32). */
export function reversalParts({ parts, reversed }: { parts: Parts; reversed: Parts }, cents: number): Parts {
  const done = BigInt(total(reversed) + cents);
  const upTo = (part: number) => rounded(BigInt(part) * done, BigInt(total(parts)));
  const left = {
    net: parts.net - reversed.net,
    gst: parts.gst - reversed.gst,
    qst: parts.qst - reversed.qst,
  };
  const between = (least: number, wanted: number, most: number) => Math.min(Math.max(wanted, least), most);
  const wanted = upTo(parts.gst) - reversed.gst + upTo(parts.qst) - reversed.qst;
  const tax = between(Math.max(0, cents - left.net), wanted, cents);
  const gst = between(Math.max(0, tax - left.qst), upTo(parts.gst) - reversed.gst, Math.min(left.gst, tax));
  return { net: cents - tax, gst, qst: tax - gst };
}

/** The invoice that takes a credit back, paid by what it still has. */
export function takeBack(history: BillingHistory, memoId: number, itemId: number, cents: number): Parts {
  const { model, today } = history;
  const memo = model.memos.get(memoId)!;
  const parts = reversalParts({ parts: memo.parts!, reversed: memo.reversed! }, cents);
  const free = model.free(`M${memoId}`);
  for (const part of ['net', 'gst', 'qst'] as const)
    memo.reversed = { ...memo.reversed!, [part]: memo.reversed![part] + parts[part] };
  model.items.set(itemId, newItem(memo.clientId, parts, today));
  const paid = Math.min(free, cents);
  if (paid > 0) model.link(itemId, `M${memoId}`, paid);
  return parts;
}

export async function reverseCredit(history: BillingHistory): Promise<void> {
  const { model, random } = history;
  const ids = [...model.memos.keys()];
  const byHandIds = ids.filter((id) => model.memos.get(id)?.parts);
  if (ids.length === 0) return;
  const memoId = random.pick(byHandIds.length > 0 && random.chance(0.85) ? byHandIds : ids);
  const memo = model.memos.get(memoId)!;
  // what a reversal took back is not taken back twice, also when its link was taken away
  const rest = memo.parts && memo.reversed ? memo.amount - total(memo.reversed) : 0;
  const free = Math.min(model.free(`M${memoId}`), rest);
  const made = await history.send<MadeParts & { invoiceId: number }>('credit.reverse', {
    memoId,
    reason: 'erreur',
  });
  same(made !== null, free > 0, `credit ${memoId} reversed`);
  if (!made) return;
  const [item] = (await history.desk.call('invoice.read', { invoiceId: made.invoiceId })).items;
  const parts = takeBack(history, memoId, item!.itemId, free);
  has(made, minor(parts), 'reversal');
}

/** What expired by now: its open rest is taken back by an invoice that it pays itself. */
export async function expireCounted(history: BillingHistory): Promise<void> {
  const { model, expiry, today } = history;
  for (const [memoId, expiresOn] of expiry) {
    const memo = model.memos.get(memoId)!;
    const free = Math.min(model.free(`M${memoId}`), memo.amount - total(memo.reversed!));
    if (expiresOn >= today || free === 0) continue;
    const rows = await history.desk
      .service()
      .ledger()
      .read(
        async (db) =>
          await db.all<{ id: number; net: number; gst: number; qst: number }>`
        SELECT item.id, net_minor AS net, gst_minor AS gst, qst_minor AS qst
        FROM allocation JOIN invoice_item item ON item.id = item_id
        WHERE memo_id = ${memoId} AND cause = 'reversal' ORDER BY allocation.id`,
      );
    const made = rows.find(({ id }) => !model.items.has(id));
    if (!made) throw new Error(`credit ${memoId} expired on ${expiresOn} and was not taken back`);
    const parts = takeBack(history, memoId, made.id, free);
    has(made, parts, 'what expired');
    history.counts.set('credit.expire done', (history.counts.get('credit.expire done') ?? 0) + 1);
  }
}

/** Never refundable first, the soonest to expire before the others; then memos, oldest first (settled.md 31). */
async function creditShares(
  history: BillingHistory,
  clientId: number,
  cents: number,
): Promise<Map<string, number>> {
  const { model, expiry } = history;
  // what the program found refundable when it issued a credit decides only the order here
  const rows = await history.desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ id: number; refundable: number }>`
      SELECT id, refundable_minor AS refundable FROM credit_memo WHERE client_id = ${clientId}`,
    );
  const refundable = new Map(rows.map((row) => [`M${row.id}`, row.refundable]));
  const free = freeSources(history, clientId, 'M');
  const shares = new Map<string, number>();
  let rest = cents;
  const spend = (name: string, most: number) => {
    const taken = Math.min(rest, most, model.free(name) - (shares.get(name) ?? 0));
    if (taken > 0) shares.set(name, (shares.get(name) ?? 0) + taken);
    rest -= Math.max(0, taken);
  };
  const expiresOn = (name: string) => expiry.get(Number(name.slice(1))) ?? '9999';
  const byExpiry = [...free].sort((a, b) =>
    expiresOn(a) < expiresOn(b) ? -1 : expiresOn(a) > expiresOn(b) ? 1 : 0,
  );
  for (const name of byExpiry) {
    const open = model.free(name) + model.source(name).held;
    spend(name, open - Math.min(open, refundable.get(name) ?? 0));
  }
  for (const name of free) spend(name, Number.MAX_SAFE_INTEGER);
  return shares;
}

export async function spendCredits(
  history: BillingHistory,
  clientId: number,
  cents: number,
  pays: Pays,
): Promise<void> {
  for (const [name, share] of await creditShares(history, clientId, cents))
    history.model.fill(name, share, pays);
}

export async function spendDeposits(
  history: BillingHistory,
  clientId: number,
  cents: number,
  pays: Pays,
): Promise<void> {
  let rest = cents;
  for (const name of freeSources(history, clientId, 'P')) {
    const share = Math.min(rest, history.model.free(name));
    if (share > 0) history.model.fill(name, share, pays);
    rest -= share;
  }
}

export async function linkByHand(history: BillingHistory): Promise<void> {
  const { model, random } = history;
  const sources = [
    ...[...model.payments.keys()].map((id) => `P${id}`),
    ...[...model.memos.keys()].map((id) => `M${id}`),
  ];
  const itemId = history.anItem((each) => model.owed(each) > 0);
  const item = model.items.get(itemId);
  if (sources.length === 0) return;
  const open = sources.filter(
    (name) => model.free(name) > 0 && model.source(name).clientId === item?.clientId,
  );
  const source = random.pick(open.length > 0 && random.chance(0.8) ? open : sources);
  const isOne = item !== undefined && item.clientId === model.source(source).clientId;
  const most = isOne ? Math.min(model.owed(item), model.free(source)) : 0;
  const part = random.chance(0.8) ? Math.max(1, most) : 8000;
  const amountMinor = random.chance(0.4) ? undefined : random.integer(1, part);
  const linked = await history.send<{ amountMinor: number }>('allocation.link', {
    source: asSource(source),
    itemId,
    ...(amountMinor ? { amountMinor } : {}),
  });
  same(linked !== null, most > 0 && (amountMinor ?? most) <= most, `${source} linked to ${itemId}`);
  if (!linked) return;
  same(linked.amountMinor, amountMinor ?? most, 'linked');
  model.link(itemId, source, linked.amountMinor);
}

const asSource = (name: string) =>
  name.startsWith('M') ? { memoId: Number(name.slice(1)) } : { paymentId: Number(name.slice(1)) };

export async function unlinkByHand(history: BillingHistory): Promise<void> {
  const { model, random } = history;
  const paid = [...model.items].filter(([, item]) => item.links.size > 0);
  if (paid.length === 0) return;
  const [itemId, item] = random.pick(paid);
  const source = random.pick([...item.links.keys()]);
  const amountMinor = random.chance(0.4) ? undefined : random.integer(1, 8000);
  const asked = {
    source: asSource(source),
    itemId,
    ...(amountMinor ? { amountMinor } : {}),
    reason: 'erreur',
  };
  const done = await history.send<{ amountMinor: number }>('allocation.unlink', asked);
  if (!done) return;
  same(
    model.memos.get(Number(source.slice(1)))?.creditOf === itemId && source.startsWith('M'),
    false,
    'a credit taken off its own item',
  );
  atMost(done.amountMinor, item.links.get(source) ?? 0, `unlinked of ${source}`);
  model.link(itemId, source, -done.amountMinor);
  atMost(model.owed(item), total(item.parts) - total(item.credited), 'owed after a link was taken away');
}

/** Everything open of an account pays what it owes, oldest first. */
export async function autoLink(history: BillingHistory, clientId: number): Promise<void> {
  const { model, today } = history;
  const own = [...model.items].filter(([, item]) => item.clientId === clientId && model.owed(item) > 0);
  const others = own.map(([itemId]) => itemId);
  const owed = own.reduce((all, [, item]) => all + model.owed(item), 0);
  const pays = { ticked: [], others, today };
  const credit = await creditShares(history, clientId, owed);
  const fromCredit = [...credit.values()].reduce((all, each) => all + each, 0);
  const free = freeSources(history, clientId, 'P').reduce((all, name) => all + model.free(name), 0);
  const fromDeposits = Math.min(owed - fromCredit, free);
  const linked = await history.send<{ linkedMinor: number }>('allocation.auto', { clientId });
  same(linked?.linkedMinor ?? 0, fromCredit + fromDeposits, `account ${clientId} reconciled`);
  if (!linked) return;
  for (const [name, share] of credit) model.fill(name, share, pays);
  await spendDeposits(history, clientId, fromDeposits, pays);
}
