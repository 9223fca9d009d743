import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { isRefundReason } from '../../../shared/domain/refund-reason.ts';
import { readPending } from '../../connection/pending-command.ts';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';
import { replaceRoute } from '../../shell/router.ts';
import { naturalParts, partsInput, partsProblem } from './draft-parts.ts';
import { type RefundDraft, sourcesOf } from './refund-draft.ts';
import { chosenWay, waysOut } from './ways-out.ts';

export type AmountProblem = 'zero' | 'tooMuch' | null;

/** Everything the choosing steps show, derived from the address, the plan and the terminals. */
export function useRefundChoice(draft: RefundDraft) {
  const { t } = useWords();
  const [other, setOther] = useState('');
  const [note, setNote] = useState('');
  const sources = sourcesOf(draft);
  const choice = {
    clientId: draft.clientId,
    ...(sources ? { sources } : {}),
    ...(draft.originPaymentId ? { originPaymentId: draft.originPaymentId } : {}),
  };
  const client = useRead('client.read', { clientId: draft.clientId });
  const whole = useRead('refund.plan', choice, { keepPrevious: true });
  const terminals = useRead('terminal.list', {});
  const issue = useCommand('refund.issue', String(draft.clientId));
  const ask = useCommand('approval.ask', String(draft.clientId));
  const isSupervisor = useHasRole('supervisor');

  const maximumMinor = whole.data?.maximumMinor ?? 0;
  const amountMinor = draft.amountMinor ?? maximumMinor;
  const problem: AmountProblem = amountMinor === 0 ? 'zero' : amountMinor > maximumMinor ? 'tooMuch' : null;
  const planned = useRead(
    'refund.plan',
    { ...choice, amountMinor },
    { enabled: whole.data !== undefined && problem === null, keepPrevious: true },
  );
  const plan = problem === null ? planned.data : undefined;
  const ways = plan && terminals.data ? waysOut(t, plan, terminals.data.terminals, amountMinor) : [];
  const way = chosenWay(ways, draft);
  const parts = draft.parts ?? naturalParts(plan, terminals.data?.terminals ?? []);
  const isSeveral = way?.destination === 'several';
  const partsWrong = isSeveral ? partsProblem(parts, amountMinor) : null;
  const split = useRead(
    'refund.plan',
    { ...choice, amountMinor, parts: partsInput(parts).map(({ terminalId: _terminalId, ...part }) => part) },
    { enabled: isSeveral && problem === null && partsWrong === null && parts.length > 1, keepPrevious: true },
  );
  const limitMinor = whole.data?.limitMinor ?? null;
  const reason = isRefundReason(draft.reason)
    ? draft.reason === 'other'
      ? other.trim()
      : t(`refund.reason.choice.${draft.reason}`)
    : '';
  const drawerMinor =
    way?.destination === 'cash'
      ? (plan?.destinations.find((each) => each.destination === 'cash')?.drawerMinor ?? amountMinor)
      : null;

  const isAboveLimit = limitMinor !== null && amountMinor > limitMinor;
  const needsSupervisor = isSeveral
    ? (split.data?.parts ?? []).some((part) => part.needsSupervisor)
    : (way?.needsSupervisor ?? false);
  const needsApproval =
    way !== undefined &&
    way.destination !== 'account' &&
    (isAboveLimit || (!isSupervisor && needsSupervisor));
  const isAsking = ask.isUnanswered || (needsApproval && !issue.isUnanswered);

  // Replaced, not added: Back must not lead to a confirm step whose money is already on its way
  const send = async (input: InputOf<'refund.issue'>) => {
    const issued = await issue.run(input);
    if (issued) replaceRoute('refund', issued.refundId);
  };
  const sendAsk = async (input: InputOf<'approval.ask'>) => {
    const asked = await ask.run(input);
    if (asked) replaceRoute('refund', asked.refundId);
  };
  const confirm = async () => {
    if (!plan || !way || way.destination === 'account') return;
    const words = (draft.reason === 'other' ? other : note).trim();
    const refund = {
      ...choice,
      amountMinor,
      ...(way.destination === 'several'
        ? { parts: partsInput(parts) }
        : {
            destination: way.destination,
            ...(way.terminalId ? { terminalId: way.terminalId } : {}),
          }),
      reason: draft.reason,
      ...(words ? { note: words } : {}),
    };
    await (isAsking ? sendAsk({ refund }) : send(refund));
  };
  /** Sent, and no answer came, perhaps before a reload: the very same input goes again under its key. */
  const checkUnanswered = async () => {
    const pending = readPending(`${isAsking ? 'approval.ask' : 'refund.issue'}.${draft.clientId}`);
    if (!pending) return;
    if (isAsking) await sendAsk(JSON.parse(pending.inputText) as InputOf<'approval.ask'>);
    else await send(JSON.parse(pending.inputText) as InputOf<'refund.issue'>);
  };

  return {
    client: client.data?.client,
    failure: whole.failure ?? client.failure,
    whole: whole.data,
    plan,
    amountMinor,
    maximumMinor,
    problem,
    ways,
    way,
    drawerMinor,
    parts,
    partsWrong,
    /** The parts as they would be written; their refusal where they do not fit. */
    split: isSeveral && partsWrong === null && !split.failure ? split.data?.parts : undefined,
    splitFailure: isSeveral && partsWrong === null ? split.failure : null,
    terminals: (terminals.data?.terminals ?? []).filter((terminal) => terminal.active),
    limitMinor,
    isAboveLimit,
    needsApproval,
    reason,
    other,
    setOther,
    note,
    setNote,
    issue: isAsking ? ask : issue,
    confirm,
    checkUnanswered,
  };
}

export type RefundChoiceState = ReturnType<typeof useRefundChoice>;
