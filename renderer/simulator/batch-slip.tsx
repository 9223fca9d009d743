import type { MovedMoney } from '../../shared/contract/virtual-terminal.ts';
import { brandName } from '../../shared/domain/card-brand.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import type { PartProps } from './device.tsx';
import type { SimulatorLanguage } from './simulator-page.tsx';

const sumOf = (moved: readonly MovedMoney[]) => sumMinor(moved.map(({ amountMinor }) => amountMinor));

/** What the terminal would print at the end of the day: counts and sums, then each line. */
export function BatchSlip({
  view,
  words,
  language,
  act,
}: PartProps & { readonly language: SimulatorLanguage }) {
  const money = (minor: number) => formatMoney(minor, language);
  const sales = view.moved.filter(({ direction }) => direction === 'in');
  const refunds = view.moved.filter(({ direction }) => direction === 'out');
  return (
    <section className="slip" aria-label={words.slip.title}>
      <h2>{words.slip.title}</h2>
      <p className="hint">{words.slip.hint}</p>
      <table>
        <tbody>
          {(
            [
              [words.slip.sales, sales],
              [words.slip.refunds, refunds],
            ] as const
          ).map(([name, moved]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words.slip.count(moved.length)}</td>
              <td className="sum">{money(sumOf(moved))}</td>
            </tr>
          ))}
          <tr className="net">
            <th scope="row">{words.slip.net}</th>
            <td />
            <td className="sum">{money(sumOf(sales) - sumOf(refunds))}</td>
          </tr>
        </tbody>
      </table>
      {view.moved.length === 0 ? <p className="hint">{words.slip.empty}</p> : null}
      <ol className="lines">
        {view.moved.map((line) => (
          <li key={line.approvalCode}>
            <span>
              {line.approvalCode} · {brandName(line.brand)} •••• {line.last4}
            </span>
            <span className="sum">
              {line.direction === 'out' ? '−' : ''}
              {money(line.amountMinor)}
            </span>
          </li>
        ))}
      </ol>
      <button type="button" disabled={view.moved.length === 0} onClick={() => act({ do: 'close-batch' })}>
        {words.slip.close}
      </button>
    </section>
  );
}
