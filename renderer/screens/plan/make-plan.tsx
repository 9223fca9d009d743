import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { INSTALMENTS_MAX, PLAN_STEPS, type PlanStep } from '../../../shared/domain/instalment.ts';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './plan.module.css';
import type { PlannedItem } from './plan-dialog.tsx';
import { Schedule } from './schedule.tsx';

/** Equal payments over the dates of the product's plan, or of the clerk's own, shown before they are planned. */
export function MakePlan({ item, onClose }: { item: PlannedItem; onClose: () => void }) {
  const { t, language } = useWords();
  const [option, setOption] = useState(0);
  const [count, setCount] = useState(3);
  const [every, setEvery] = useState<PlanStep>('month');
  const [firstDate, setFirstDate] = useState('');
  const make = useCommand('plan.make', String(item.itemId));
  const product = useRead(
    'product.read',
    { productId: item.productId ?? 1 },
    { enabled: item.productId !== null },
  ).data;
  const options = product?.details.plan?.options ?? [];
  const isDateRight = firstDate.trim() === '' || isCalendarDate(firstDate.trim());
  const first = firstDate.trim() === '' ? {} : { firstDate: firstDate.trim() };
  const ask: InputOf<'plan.make'> = {
    itemIds: [item.itemId],
    ...(option > 0 ? { option } : { count, every }),
    ...first,
  };
  const preview = useRead('plan.preview', ask, { enabled: isDateRight && count > 0, keepPrevious: true });
  const payments = preview.failure ? 0 : (preview.data?.schedule.length ?? 0);
  const send = async () => {
    if (await make.run(ask)) onClose();
  };
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>{t('plan.make.lead')}</p>
      <div className={classes.sides}>
        <div className={classes.stack}>
          {options.length > 0 ? (
            <NativeSelect
              label={t('plan.make.how')}
              value={String(option)}
              data={[
                { value: '0', label: t('plan.make.free') },
                ...options.map((each, index) => ({
                  value: String(index + 1),
                  label: pickName({ nameFr: each.nameFr, nameEn: each.nameEn ?? '' }, language),
                })),
              ]}
              onChange={(event) => setOption(Number(event.currentTarget.value))}
            />
          ) : null}
          {option === 0 ? (
            <>
              <NumberInput
                data-autofocus
                label={t('plan.make.count')}
                min={1}
                max={INSTALMENTS_MAX}
                clampBehavior="strict"
                allowDecimal={false}
                value={count}
                onChange={(value) => setCount(Number(value) || 0)}
              />
              <NativeSelect
                label={t('plan.make.every')}
                value={every}
                data={PLAN_STEPS.map((value) => ({ value, label: t(`plan.make.step.${value}`) }))}
                onChange={(event) => setEvery(event.currentTarget.value as PlanStep)}
              />
            </>
          ) : null}
          <TextInput
            label={t('plan.make.first')}
            placeholder={t('plan.make.dateHint')}
            inputMode="numeric"
            maxLength={10}
            value={firstDate}
            error={isDateRight ? null : t('plan.make.dateHint')}
            onChange={(event) => setFirstDate(event.currentTarget.value)}
          />
        </div>
        <div aria-live="polite">
          <Schedule
            title={t('plan.make.preview')}
            instalments={preview.failure ? [] : (preview.data?.schedule ?? [])}
          />
        </div>
      </div>
      <FailureAlert failure={make.failure ?? preview.failure} isUnanswered={make.isUnanswered} />
      <ConfirmBar
        inDialog
        label={t('plan.make.confirm', { count: payments })}
        disabled={payments === 0 || !isDateRight}
        isRunning={make.isRunning}
        isUnanswered={make.isUnanswered}
        onConfirm={() => void send()}
        onBack={onClose}
      />
    </div>
  );
}
