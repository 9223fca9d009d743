import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Tender } from '../../shared/domain/tender.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import type { DraftPlan, TenderDraft } from './tender-draft.ts';
import classes from './tender-panel.module.css';

interface TakenPartsProps {
  readonly draft: TenderDraft;
  readonly plan: DraftPlan;
  readonly isLocked: boolean;
  readonly onRemove: (index: number) => void;
}

const amountOf = (tender: Tender) =>
  tender.method === 'cash' ? tender.tenderedMinor : (tender.amountMinor ?? 0);

/** Split tender: the parts entered so far, and what is left to pay. */
export function TakenParts({ draft, plan, isLocked, onRemove }: TakenPartsProps) {
  const { t, language } = useWords();
  if (draft.taken.length === 0) return null;
  return (
    <div className={classes.taken}>
      <ul className={classes.parts} aria-label={t('tender.parts')}>
        {draft.taken.map((tender, index) => {
          const name = t(`tender.method.${tender.method}`);
          const amount = formatMoney(amountOf(tender), language);
          return (
            <li key={`${index}-${tender.method}`}>
              <span>{name}</span>
              <span className="tabular">{amount}</span>
              <ActionIcon
                aria-label={t('tender.remove', { what: `${name} ${amount}` })}
                disabled={isLocked}
                onClick={() => onRemove(index)}
                color="dark"
              >
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {plan.plan && plan.plan.owedAfterMinor > 0 && (
        <p className={classes.remaining} role="status">
          <span>{t('tender.remaining')}</span>
          <Amount minor={plan.plan.owedAfterMinor} size="big" />
        </p>
      )}
    </div>
  );
}
