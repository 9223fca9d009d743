import { Button } from '@mantine/core';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { partWay } from './part-way.ts';
import classes from './parts.module.css';
import { REFUND_TONES, type RefundRead } from './refund-facts.tsx';

/** All the parts of a refund that goes several ways: where each stands, and which one is shown. */
export function RefundParts({ refund }: { refund: RefundRead }) {
  const { t, language } = useWords();
  const { parts, refundId } = refund;
  if (parts.length === 0) return null;
  return (
    <section aria-label={t('refund.parts.heading', { count: parts.length })}>
      <strong>{t('refund.parts.heading', { count: parts.length })}</strong>
      <ol className={classes.list}>
        {parts.map((part) => (
          <li key={part.refundId} aria-current={part.refundId === refundId ? 'true' : undefined}>
            <span>
              {formatMoney(part.drawerMinor ?? part.amountMinor, language)} · {partWay(t, part)}
            </span>
            <StatusBadge tone={REFUND_TONES[part.state]} label={t(`refund.state.${part.state}`)} />
            {part.refundId === refundId ? null : (
              <Button
                variant="default"
                aria-label={t('refund.parts.openOf', {
                  amount: part.drawerMinor ?? part.amountMinor,
                  way: partWay(t, part),
                })}
                onClick={() => goTo('refund', part.refundId)}
              >
                {t('refund.parts.open')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
