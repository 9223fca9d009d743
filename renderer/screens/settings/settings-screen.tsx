import {
  IconBuildingCommunity,
  IconCashRegister,
  IconCoins,
  IconCreditCard,
  IconDatabase,
  IconDiscount,
  IconFileImport,
  IconLock,
  IconReceiptRefund,
  IconShieldHalf,
  IconTag,
  IconTags,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { hashOf, useRoute } from '../../shell/router.ts';
import { BackupPage } from './backup-page.tsx';
import { CataloguePage } from './catalogue-page.tsx';
import { CustomItemsPage } from './custom-items-page.tsx';
import { DiscountsPage } from './discounts-page.tsx';
import { GatewayPage } from './gateway-page.tsx';
import { ImportPage } from './import-page.tsx';
import { LimitsPage } from './limits-page.tsx';
import { OrganisationPage } from './organisation-page.tsx';
import { PaymentRulePage } from './payment-rule-page.tsx';
import { PoliciesPage } from './policies-page.tsx';
import classes from './settings.module.css';
import { StaffPage } from './staff-page.tsx';
import { TillsPage } from './tills-page.tsx';

interface SettingsPage {
  readonly name:
    | 'organisation'
    | 'staff'
    | 'catalogue'
    | 'customItems'
    | 'discounts'
    | 'policies'
    | 'gateway'
    | 'limits'
    | 'paymentRule'
    | 'tills'
    | 'import'
    | 'backup';
  readonly icon: TablerIcon;
  readonly body: ComponentType;
  /** A supervisor corrects stock, verifies the ledger and accepts a recovery. */
  readonly isForSupervisor: boolean;
}

const PAGES: readonly SettingsPage[] = [
  { name: 'organisation', icon: IconBuildingCommunity, body: OrganisationPage, isForSupervisor: false },
  { name: 'staff', icon: IconUsers, body: StaffPage, isForSupervisor: false },
  { name: 'catalogue', icon: IconTags, body: CataloguePage, isForSupervisor: true },
  { name: 'customItems', icon: IconTag, body: CustomItemsPage, isForSupervisor: true },
  { name: 'discounts', icon: IconDiscount, body: DiscountsPage, isForSupervisor: true },
  { name: 'policies', icon: IconReceiptRefund, body: PoliciesPage, isForSupervisor: true },
  { name: 'tills', icon: IconCashRegister, body: TillsPage, isForSupervisor: false },
  { name: 'gateway', icon: IconCreditCard, body: GatewayPage, isForSupervisor: false },
  { name: 'limits', icon: IconShieldHalf, body: LimitsPage, isForSupervisor: false },
  { name: 'paymentRule', icon: IconCoins, body: PaymentRulePage, isForSupervisor: false },
  { name: 'import', icon: IconFileImport, body: ImportPage, isForSupervisor: false },
  { name: 'backup', icon: IconDatabase, body: BackupPage, isForSupervisor: true },
];

/** The settings, page by page; each page only for the roles whose commands it holds. */
export function SettingsScreen() {
  const { t } = useWords();
  useHelp({ paragraphs: [t('settings.help.lead')], keys: [] });
  const asked = useRoute((route) => route.params.page);
  const isAdministrator = useHasRole('administrator');
  const isSupervisor = useHasRole('supervisor');
  const pages = PAGES.filter((page) => isAdministrator || (isSupervisor && page.isForSupervisor));
  const page = pages.find((each) => each.name === asked) ?? pages[0];
  if (!page) {
    return (
      <Page title={t('settings.title')}>
        <Panel>
          <Empty icon={IconLock} title={t('settings.onlyAdministrator')} />
        </Panel>
      </Page>
    );
  }
  const Body = page.body;
  return (
    <div className={classes.columns}>
      <nav className={classes.nav} aria-label={t('settings.title')}>
        {pages.map(({ name, icon: Icon }) => (
          <a
            key={name}
            href={hashOf('settings', null, { page: name })}
            aria-current={name === page.name ? 'page' : undefined}
          >
            <Icon size={20} stroke={1.8} aria-hidden="true" />
            {t(`settings.page.${name}`)}
          </a>
        ))}
      </nav>
      <div className={classes.page}>
        <Page title={t(`settings.page.${page.name}`)} lead={leadOf()}>
          <Body />
        </Page>
      </div>
    </div>
  );

  function leadOf(): string | undefined {
    const name = page?.name;
    return name && name !== 'catalogue' ? t(`settings.${name}.lead`) : undefined;
  }
}
