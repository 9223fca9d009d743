import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBook2,
  IconCalendarDollar,
  IconCalendarMonth,
  IconCash,
  IconCashRegister,
  IconChartBar,
  IconDiscount2,
  IconPigMoney,
  IconReceiptTax,
  type TablerIcon,
} from '@tabler/icons-react';
import { JournalExport } from '../../parts/journal-export.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import { REPORT_IDS, type ReportId } from './report-ask.ts';
import classes from './reports.module.css';

const ICONS: Readonly<Record<ReportId, TablerIcon>> = {
  salesSummary: IconChartBar,
  payments: IconCash,
  refunds: IconArrowBackUp,
  receivables: IconCalendarDollar,
  held: IconPigMoney,
  taxes: IconReceiptTax,
  tillCloses: IconCashRegister,
  discounts: IconDiscount2,
  exceptions: IconAlertTriangle,
  instalments: IconCalendarMonth,
  accounts: IconBook2,
};

/** Every report, and what each one answers. */
export function ReportList() {
  const { t } = useWords();
  return (
    <Page title={t('reportScreen.title')} lead={t('reportScreen.lead')}>
      <ul className={classes.list}>
        {REPORT_IDS.map((id) => {
          const Icon = ICONS[id];
          return (
            <li key={id}>
              <a href={hashOf('reports', null, { report: id })}>
                <Icon size={26} stroke={1.6} aria-hidden="true" />
                <span>
                  <strong>{t(`report.name.${id}`)}</strong>
                  <span>{t(`report.lead.${id}`)}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <JournalExport />
    </Page>
  );
}
