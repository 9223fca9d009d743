import type { InputOf, TableReportName } from '../../../shared/contract/contract.ts';
import {
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodOf,
} from '../../../shared/domain/report-period.ts';
import type { Route, RouteParams } from '../../shell/router.ts';

/** How a report is asked for: by a period, by the end of a day, or both. */
interface Kind {
  readonly name: TableReportName;
  readonly asks: 'period' | 'day';
  /** Whether it can be narrowed to one till or one person. */
  readonly ofDesk: boolean;
  readonly opensWith: PeriodKind;
}

/** The reports in the order of the list. */
export const REPORTS = {
  salesSummary: { name: 'report.salesSummary', asks: 'period', ofDesk: true, opensWith: 'today' },
  payments: { name: 'report.payments', asks: 'period', ofDesk: true, opensWith: 'today' },
  refunds: { name: 'report.refunds', asks: 'period', ofDesk: true, opensWith: 'month' },
  receivables: { name: 'report.receivables', asks: 'period', ofDesk: false, opensWith: 'month' },
  held: { name: 'report.held', asks: 'day', ofDesk: false, opensWith: 'today' },
  taxes: { name: 'report.taxes', asks: 'period', ofDesk: false, opensWith: 'month' },
  tillCloses: { name: 'report.tillCloses', asks: 'period', ofDesk: true, opensWith: 'week' },
  discounts: { name: 'report.discounts', asks: 'period', ofDesk: true, opensWith: 'month' },
  exceptions: { name: 'report.exceptions', asks: 'period', ofDesk: true, opensWith: 'week' },
  instalments: { name: 'report.instalments', asks: 'period', ofDesk: false, opensWith: 'fiscal-year' },
  accounts: { name: 'report.accounts', asks: 'period', ofDesk: false, opensWith: 'month' },
} as const satisfies Record<string, Kind>;

export type ReportId = keyof typeof REPORTS;
export const REPORT_IDS = Object.keys(REPORTS) as readonly ReportId[];

export interface ReportAsk {
  readonly id: ReportId;
  readonly periodKind: PeriodKind;
  readonly period: Period;
  readonly tillId: number | null;
  readonly staffId: number | null;
  /** The sales summary looked at closer. */
  readonly closer: { readonly detail?: string; readonly productType?: string; readonly productId?: string };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const numberOf = (text: string | undefined) => (text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** What an address asks for; null without a report of that name. The address is the state: Back and reload just work. */
export function readAsk({ params }: Route, today: string, fiscalMonth: number): ReportAsk | null {
  const id = REPORT_IDS.find((each) => each === params.report);
  if (id === undefined) return null;
  const { from = '', to = '', till, staff } = params;
  const isDated = DATE.test(from) && DATE.test(to) && from <= to;
  const kind = PERIOD_KINDS.find((each) => each === params.period) ?? REPORTS[id].opensWith;
  return {
    id,
    periodKind: kind,
    period: isDated ? { fromDate: from, toDate: to } : periodOf(kind, today, fiscalMonth),
    tillId: numberOf(till),
    staffId: numberOf(staff),
    closer: {
      ...(params.detail === 'participant' ? { detail: params.detail } : {}),
      ...(params.type ? { productType: params.type } : {}),
      ...(numberOf(params.product) ? { productId: params.product ?? '' } : {}),
    },
  };
}

/** The address of what is asked for. */
export function paramsOf(ask: ReportAsk): RouteParams {
  const { id, periodKind, period, tillId, staffId, closer } = ask;
  return {
    report: id,
    period: periodKind,
    from: period.fromDate,
    to: period.toDate,
    till: tillId ?? undefined,
    staff: staffId ?? undefined,
    detail: closer.detail,
    type: closer.productType,
    product: closer.productId,
  };
}

/** What is sent for it. */
export function inputOf(ask: ReportAsk): InputOf<TableReportName> {
  const { id, period, tillId, staffId, closer } = ask;
  const { asks, ofDesk } = REPORTS[id];
  if (asks === 'day') return { toDate: period.toDate };
  const { productId, ...rest } = closer;
  const looked =
    id === 'salesSummary' ? { ...rest, ...(productId ? { productId: Number(productId) } : {}) } : {};
  const desk = {
    ...(tillId === null ? {} : { tillId }),
    ...(staffId === null ? {} : { staffId }),
  };
  return { ...period, ...(ofDesk ? desk : {}), ...looked } as InputOf<TableReportName>;
}
