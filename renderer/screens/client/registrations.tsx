import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

/** Who is registered to what; apart from the money, which may be credited while the place is kept. */
export function Registrations({ account }: { account: AccountRead }) {
  const { t, language } = useWords();
  return (
    <Panel title={t('client.registrations')}>
      {account.registrations.length === 0 && <p className={classes.soft}>{t('client.noRegistrations')}</p>}
      <ul className={classes.list}>
        {account.registrations.map((registration) => (
          <li key={registration.registrationId}>
            <span className={classes.words}>
              <a className={classes.quiet} href={hashOf('invoice', registration.invoiceId)}>
                {pickName(
                  { nameFr: registration.productNameFr, nameEn: registration.productNameEn },
                  language,
                )}
              </a>
              <span className={classes.under}>{registration.personName}</span>
            </span>
            <StatusBadge
              tone={registration.state === 'active' ? 'good' : 'plain'}
              label={t(`client.registrationState.${registration.state}`)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
