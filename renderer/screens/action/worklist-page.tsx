import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { ACTION_KINDS, type ActionKind } from '../../../shared/domain/action.ts';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { replaceRoute, useRoute } from '../../shell/router.ts';
import { Digest } from '../till/digest.tsx';
import classes from './action.module.css';
import { ActionTabs } from './action-tabs.tsx';
import { KindFilter } from './kind-filter.tsx';
import { Settlement } from './settlement.tsx';
import { type Tried, TriedAgain } from './tried-again.tsx';
import { useClaim } from './use-claim.ts';
import { useWorklist } from './use-worklist.ts';
import listClasses from './worklist.module.css';
import { Worklist } from './worklist.tsx';

type Claimed = 'anyone' | 'nobody' | 'mine';
const DEBOUNCE_MS = 120;

/** The worklist: kinds with their counts, the list itself, and the chosen row with what can be done about it. */
export function WorklistPage() {
  const { t } = useWords();
  const params = useRoute((route) => route.params);
  const isSupervisor = useHasRole('supervisor');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), DEBOUNCE_MS);
  const [claimed, setClaimed] = useState<Claimed>('anyone');
  const [notice, setNotice] = useState<string | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const kind = ACTION_KINDS.find((each) => each === params.kind) ?? null;
  const claim = useClaim();
  const list = useWorklist({
    ...(kind ? { kinds: [kind] } : {}),
    ...(search ? { search } : {}),
    ...(claimed === 'anyone' ? {} : { claimed }),
  });
  const chosenId = useChosenId();
  const change = (next: { kind?: ActionKind | null; row?: string | undefined }) => {
    const chosenKind = next.kind === undefined ? kind : next.kind;
    const row = 'row' in next ? next.row : (chosenId ?? undefined);
    replaceRoute('action', null, { ...(chosenKind ? { kind: chosenKind } : {}), row });
  };

  if (list.failure) return <FailureAlert failure={list.failure} />;
  const { head } = list;
  if (!head) return null;
  const isNarrowed = kind !== null || search !== '' || claimed !== 'anyone';
  const isEmpty = head.totalCount === 0 && !isNarrowed && head.counts.length === 0;
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>(`.${listClasses.list} button[tabindex="0"]`)?.focus();
  };
  return (
    <Page title={t('action.title')} lead={t('action.lead')} actions={<ActionTabs tab="toSettle" />}>
      <p role="status" className={notice ? classes.soft : 'seen-by-readers'}>
        {notice}
      </p>
      <div role="status">{tried ? <TriedAgain key={tried.attemptId} tried={tried} /> : null}</div>
      {isSupervisor ? <Digest /> : null}
      {isEmpty ? (
        <Panel>
          <Empty icon={IconCircleCheck} title={t('action.empty')} lead={t('action.emptyLead')} />
        </Panel>
      ) : (
        <div className={listClasses.columns}>
          <KindFilter
            counts={head.counts}
            chosen={kind}
            onChoose={(next) => change({ kind: next, row: undefined })}
          />
          <div className={listClasses.middle}>
            <div className={listClasses.tools}>
              <TextInput
                aria-label={t('action.filter.search')}
                placeholder={t('action.filter.search')}
                leftSection={<IconSearch size={18} aria-hidden="true" />}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onKeyDown={onSearchKey}
              />
              <SegmentedControl
                aria-label={t('action.filter.claimed')}
                value={claimed}
                onChange={(value) => setClaimed(value as Claimed)}
                data={(['anyone', 'nobody', 'mine'] as const).map((value) => ({
                  value,
                  label: t(`action.filter.${value}`),
                }))}
              />
            </div>
            <p role="status" className={isNarrowed ? classes.soft : 'seen-by-readers'}>
              {t('action.filter.found', { count: head.totalCount })}
            </p>
            <Worklist
              key={`${kind} ${search} ${claimed}`}
              list={list}
              totalCount={head.totalCount}
              chosenId={chosenId}
              onChoose={(row) => {
                setNotice(null);
                setTried(null);
                change({ row: row.actionId });
              }}
              onLetter={(_letter, row) => claim.toggle(row)}
            />
          </div>
          <div className={listClasses.detail}>
            {chosenId ? (
              <Settlement
                key={chosenId}
                actionId={chosenId}
                claim={claim}
                onAnswered={(told) => {
                  setNotice(told);
                  change({ row: undefined });
                }}
                onTried={(started) => {
                  setNotice(null);
                  setTried(started);
                  change({ row: undefined });
                }}
              />
            ) : (
              <Panel>
                <p className={classes.soft}>{t('action.pick')}</p>
              </Panel>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

/** The row in the address, or the first row of the refund in the address. */
function useChosenId(): string | null {
  const params = useRoute((route) => route.params);
  const refundId = /^[1-9]\d{0,14}$/.test(params.refund ?? '') ? Number(params.refund) : null;
  const ofRefund = useRead(
    'action.list',
    { refundId: refundId ?? 1, limit: 1 },
    { enabled: refundId !== null },
  );
  if (params.row) return params.row;
  return refundId === null ? null : (ofRefund.data?.actions[0]?.actionId ?? null);
}
