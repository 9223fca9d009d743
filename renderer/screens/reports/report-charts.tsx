import '@mantine/charts/styles.css';
import { BarChart, DonutChart } from '@mantine/charts';
import type { Chart } from '../../../shared/contract/report-model.ts';
import { formatCount, formatDate, formatMoney } from '../../../shared/i18n/format.ts';
import { useWords } from '../../shell/language.ts';
import classes from './reports.module.css';

/** Told apart by order and name too: each chart has its legend and its table. */
const COLOURS = [
  'teal.7',
  'amber.5',
  'indigo.5',
  'brick.5',
  'grape.6',
  'lime.7',
  'cyan.8',
  'gray.6',
] as const;
const HEIGHT_PX = 240;

/** The pictures of a report, out of the keyboard's way: each has the same numbers as a table for those who cannot see it. */
export default function ReportCharts({ charts }: { charts: readonly Chart[] }) {
  return (
    <div className={classes.charts}>
      {charts.map((chart) => (
        <ReportChart key={chart.id} chart={chart} />
      ))}
    </div>
  );
}

function ReportChart({ chart }: { chart: Chart }) {
  const { t, language } = useWords();
  const title = chart.title[language];
  const format = (minor: number) =>
    chart.unit === 'money' ? formatMoney(Math.round(minor), language) : formatCount(minor, language);
  const pointName = (at: Chart['points'][number]['at']) =>
    typeof at === 'string' ? formatDate(at, language) : at[language];
  const series = chart.series.map(({ id, title: words }, index) => ({
    name: id,
    label: words[language],
    color: COLOURS[index % COLOURS.length] ?? 'teal.7',
  }));
  return (
    <figure className={classes.chart}>
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {chart.kind === 'parts' ? (
          <div className={classes.donut}>
            <DonutChart
              size={190}
              thickness={34}
              paddingAngle={1}
              tooltipDataSource="segment"
              valueFormatter={format}
              pieChartProps={{ accessibilityLayer: false }}
              pieProps={{ rootTabIndex: -1 }}
              data={chart.points.map(({ at, values }, index) => ({
                name: pointName(at),
                value: Math.max(0, values[chart.series[0]?.id ?? ''] ?? 0),
                color: COLOURS[index % COLOURS.length] ?? 'teal.7',
              }))}
            />
            <ul className={classes.legend}>
              {chart.points.map(({ at, values }, index) => (
                <li key={pointName(at)} data-colour={index % COLOURS.length}>
                  <span>{pointName(at)}</span>
                  <strong>{format(values[chart.series[0]?.id ?? ''] ?? 0)}</strong>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <BarChart
            h={HEIGHT_PX}
            type="stacked"
            dataKey="at"
            withLegend={series.length > 1}
            legendProps={{ verticalAlign: 'bottom' }}
            maxBarWidth={46}
            valueFormatter={format}
            yAxisProps={{ width: 92, tickFormatter: (minor: number) => format(minor) }}
            barProps={{ isAnimationActive: false }}
            barChartProps={{ accessibilityLayer: false }}
            series={series}
            data={chart.points.map(({ at, values }) => ({ at: pointName(at), ...values }))}
          />
        )}
      </div>
      <details className={classes.asTable}>
        <summary>{t('reportScreen.asTable', { title })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is reached by the keyboard */}
        <section className={classes.asTableBox} tabIndex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                {series.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chart.points.map(({ at, values }) => (
                <tr key={pointName(at)}>
                  <th scope="row">{pointName(at)}</th>
                  {series.map(({ name }) => (
                    <td key={name}>{format(values[name] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
