import {
  IconAlertTriangle,
  IconFlask,
  IconLock,
  IconPlugConnectedX,
  IconPrinterOff,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { useHostState } from '../connection/host-state.ts';
import { useSession } from '../connection/session.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useRead } from '../connection/use-read.ts';
import classes from './banners.module.css';
import { useWords } from './language.ts';
import { hashOf } from './router.ts';

/** What every screen must say: demonstration, read-only ledger, suspect clock, stopped printer, unreachable host. */
export function Banners() {
  const { t } = useWords();
  const organisation = useOrganisation();
  const isDemonstration = organisation?.isDemonstration ?? false;
  const virtualTerminal = organisation?.virtualTerminalPage;
  const { isReachable, isPageRefused } = useHostState();
  const isSignedIn = useSession((session) => session.staff !== null);
  const ledger = useRead('ledger.state', {}).data;
  const printers = useRead('printer.list', {}, { enabled: isSignedIn }).data?.printers ?? [];
  const stopped = printers.flatMap((each) =>
    each.problem === null || !isSignedIn ? [] : [{ ...each, problem: each.problem }],
  );
  const reason = ledger?.readOnlyReason;
  return (
    <div className="not-printed">
      {isDemonstration && (
        <Banner tone="demonstration" icon={IconFlask}>
          {t('shell.demonstration', { pin: DEMONSTRATION_PIN })}{' '}
          {virtualTerminal && (
            <a href={virtualTerminal} target="_blank" rel="noreferrer">
              {t('shell.virtualTerminal', { address: virtualTerminal })}
            </a>
          )}
        </Banner>
      )}
      {reason && (
        <Banner tone="bad" icon={IconLock} isAlert>
          <strong>{t('shell.readOnly.title')}.</strong>{' '}
          {t(`shell.readOnly.${reason}`, { count: ledger.missingCommits })}{' '}
          {isSignedIn && <a href={hashOf('settings')}>{t('shell.readOnly.accept')}</a>}
        </Banner>
      )}
      {ledger?.clockSuspect && (
        <Banner tone="doubt" icon={IconAlertTriangle}>
          {t('shell.clockSuspect')}
        </Banner>
      )}
      {stopped.map(({ tillId, tillName, problem, waiting }) => (
        <Banner key={tillId} tone="doubt" icon={IconPrinterOff}>
          <strong>{t(`shell.printer.${problem}`, { name: tillName })}.</strong>{' '}
          {t('shell.printer.waiting', { count: waiting })}
        </Banner>
      ))}
      {!isReachable && (
        <Banner tone="bad" icon={IconPlugConnectedX} isAlert>
          {t(isPageRefused ? 'shell.pageRefused' : 'shell.offline')}
        </Banner>
      )}
    </div>
  );
}

interface BannerProps {
  readonly tone: 'demonstration' | 'doubt' | 'bad';
  readonly icon: TablerIcon;
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}

function Banner({ tone, icon: Icon, isAlert = false, children }: BannerProps) {
  return (
    <div className={classes.banner} data-tone={tone} role={isAlert ? 'alert' : 'status'}>
      <Icon size={18} stroke={2} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
