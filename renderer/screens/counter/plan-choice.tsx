import { NativeSelect } from '@mantine/core';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { formatDate, formatMoney } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { pickName, useWords } from '../../shell/language.ts';
import { duesOfLine } from './cart-amounts.ts';
import { type CartLine, changeLine } from './counter-state.ts';

interface PlanChoiceProps {
  readonly line: CartLine;
  readonly name: string;
  readonly totalMinor: number;
  readonly isLocked: boolean;
}

/** How a line whose product has a plan is paid: all now, or by one of the plan's options (domain.md B11). */
export function PlanChoice({ line, name, totalMinor, isLocked }: PlanChoiceProps) {
  const { t, language } = useWords();
  const organisation = useOrganisation();
  const options = line.product.productId === null ? [] : (line.product.details.plan?.options ?? []);
  if (options.length === 0) return null;
  const today = localDateOf(new Date().toISOString(), organisation?.timeZone ?? 'America/Toronto');
  const dues = line.planOption === undefined ? [] : duesOfLine(line, totalMinor, today);
  const description = dues
    .map(
      ({ dueDate, amountMinor }) => `${formatDate(dueDate, language)} ${formatMoney(amountMinor, language)}`,
    )
    .join(' · ');
  return (
    <NativeSelect
      aria-label={t('plan.counter.label', { name })}
      value={String(line.planOption ?? 0)}
      disabled={isLocked}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[
        { value: '0', label: t('plan.counter.whole') },
        ...options.map((option, index) => ({
          value: String(index + 1),
          label: pickName({ nameFr: option.nameFr, nameEn: option.nameEn ?? '' }, language),
        })),
      ]}
      onChange={(event) => {
        const planOption = Number(event.currentTarget.value);
        const { planOption: _, ...whole } = line;
        changeLine(line.key, planOption === 0 ? { ...whole, planOption: undefined } : { planOption });
      }}
    />
  );
}
