import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCash,
  IconChartBar,
  IconFileInvoice,
  IconSettings,
  IconShoppingCart,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useHasRole } from '../connection/session.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from './language.ts';
import classes from './rail.module.css';
import { hashOf, SCREENS, type ScreenName, useRoute } from './router.ts';

const ICONS: Readonly<Record<ScreenName, TablerIcon>> = {
  counter: IconShoppingCart,
  client: IconUsers,
  invoice: IconFileInvoice,
  refund: IconArrowBackUp,
  action: IconAlertTriangle,
  till: IconCash,
  reports: IconChartBar,
  settings: IconSettings,
};

export function Rail() {
  const { t } = useWords();
  const current = useRoute((route) => route.screen);
  const isSupervisor = useHasRole('supervisor');
  const toSettle = useRead('action.list', { urgent: true, limit: 1 }).data?.openCount ?? 0;
  return (
    <nav className={`${classes.rail} not-printed`} aria-label={t('shell.menu')}>
      <div className={classes.mark} aria-hidden="true">
        G
      </div>
      <ul className={classes.list}>
        {SCREENS.filter((name) => name !== 'reports' || isSupervisor).map((name) => {
          const Icon = ICONS[name];
          const count = name === 'action' ? toSettle : 0;
          return (
            <li key={name} className={name === 'settings' ? classes.last : undefined}>
              <a
                className={classes.link}
                href={hashOf(name)}
                aria-current={name === current ? 'page' : undefined}
              >
                <Icon size={23} stroke={1.7} aria-hidden="true" />
                <span>{t(`shell.rail.${name}`)}</span>
                {count > 0 && (
                  <span className={classes.count}>
                    <span aria-hidden="true">{count}</span>
                    <span className="seen-by-readers">{t('shell.toSettle', { count })}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
