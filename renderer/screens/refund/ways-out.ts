import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { cashRefundWords } from './cash-words.ts';
import type { RefundDraft } from './refund-draft.ts';
import type { RefundPlanRead } from './source-table.tsx';
import type { Way } from './way-cards.tsx';

type Terminal = OutputOf<'terminal.list'>['terminals'][number];
type PlannedWay = RefundPlanRead['destinations'][number];

function whyWords(t: TFunction, why: string | null): string[] {
  return why === null ? [] : [t(`refund.why.${why}` as 'refund.why.held')];
}

function helpOf(t: TFunction, way: PlannedWay, amountMinor: number): string[] {
  if (!way.allowed) return whyWords(t, way.why);
  const help =
    way.destination === 'cash'
      ? cashRefundWords(t, { amountMinor, drawerMinor: way.drawerMinor ?? amountMinor })
      : [t(`refund.destination.${way.destination}Help`)];
  if (way.needsSupervisor) help.push(t('refund.destination.needsSupervisor'));
  if (way.needsReason) help.push(t('refund.destination.needsReason'));
  return help;
}

/** An integrated terminal that waits for an outcome, or has no key here, is closed and says why (settled.md 5). */
function stateOf(t: TFunction, terminal: Terminal, help: string[]): Pick<Way, 'isAllowed' | 'help'> {
  if (terminal.waitingMinor !== null)
    return { isAllowed: false, help: [t('integrated.choice.wayWaits', { amount: terminal.waitingMinor })] };
  if (terminal.driver === 'nexo' && !terminal.hasKey)
    return { isAllowed: false, help: [t('integrated.choice.wayNoKey')] };
  if (terminal.driver === 'nexo')
    return { isAllowed: true, help: [t('integrated.choice.wayHelp'), ...help.slice(1)] };
  const inDoubt = terminal.inDoubtCount > 0 ? [t('refund.destination.inDoubt')] : [];
  return { isAllowed: true, help: [...help, ...inDoubt] };
}

/** The plan's ways out as cards: one for each terminal in service, and the account, which takes nothing out. */
export function waysOut(
  t: TFunction,
  planned: RefundPlanRead,
  terminals: readonly Terminal[],
  amountMinor: number,
): Way[] {
  const active = terminals.filter((terminal) => terminal.active);
  const ways = planned.destinations.flatMap((way): Way[] => {
    const help = helpOf(t, way, amountMinor);
    const card = {
      key: way.destination as string,
      destination: way.destination,
      terminalId: null,
      name: t(`refund.destination.${way.destination}`),
      isAllowed: way.allowed,
      needsSupervisor: way.needsSupervisor,
      help,
    };
    if (way.destination !== 'terminal' || !way.allowed) return [card];
    if (active.length === 0)
      return [{ ...card, isAllowed: false, help: [t('refund.destination.noTerminal')] }];
    return active.map((terminal) => ({
      ...card,
      key: `terminal-${terminal.terminalId}`,
      terminalId: terminal.terminalId,
      name: t('refund.destination.terminalNamed', { name: terminal.name }),
      ...stateOf(t, terminal, help),
    }));
  });
  const account: Way = {
    key: 'account',
    destination: 'account',
    terminalId: null,
    name: t('refund.destination.account'),
    isAllowed: true,
    needsSupervisor: false,
    help: [t('refund.destination.accountHelp')],
  };
  const open = ways.filter((way) => way.isAllowed);
  // What can be chosen stands first; what is closed comes after, to say why
  return [...open, ...severalWays(t, planned, open.length), account, ...ways.filter((way) => !way.isAllowed)];
}

/** Offered where the money came in several ways, or where the clerk may choose between several. */
function severalWays(t: TFunction, planned: RefundPlanRead, openCount: number): Way[] {
  const natural = planned.parts.map(
    ({ destination, amountMinor, drawerMinor }) =>
      `${t('refund.parts.amountOf', { amount: drawerMinor ?? amountMinor })} ${t(`refund.destination.${destination}`)}`,
  );
  if (natural.length === 0 && openCount < 2) return [];
  return [
    {
      key: 'several',
      destination: 'several',
      terminalId: null,
      name: t('refund.parts.way'),
      isAllowed: true,
      needsSupervisor: planned.parts.some((part) => part.needsSupervisor),
      help: natural.length > 0 ? [t('refund.parts.wayNatural'), ...natural] : [t('refund.parts.wayHelp')],
    },
  ];
}

/** The chosen card, else the plan's default: the first way that is open. */
export function chosenWay(ways: readonly Way[], draft: RefundDraft): Way | undefined {
  const chosen = ways.find(
    (way) =>
      way.destination === draft.destination &&
      (way.terminalId === null || draft.terminalId === null || way.terminalId === draft.terminalId),
  );
  return chosen?.isAllowed ? chosen : ways.find((way) => way.isAllowed);
}
