import { Button, TextInput } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { OverrideKind } from '../../../shared/domain/sale-override.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from '../rebate/rebate.module.css';

interface OverrideDialogProps {
  readonly kind: OverrideKind;
  /** Why the sale was refused; null when the clerk opened it. */
  readonly failure: Failure | null;
  /** What is overdue and could be paid along instead, in cents. */
  readonly overdueMinor: number;
  readonly onPayAlong: () => void;
  readonly onOverride: (reason: string) => void;
  readonly onClose: () => void;
}

/** What stands in the way of a sale, what would pass, and the override with its reason (domain.md B16, B18). */
export function OverrideDialog(props: OverrideDialogProps) {
  const { kind, failure, overdueMinor, onPayAlong, onOverride, onClose } = props;
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onOverride(reason.trim());
  };
  return (
    <Dialog
      onClose={onClose}
      size={560}
      title={t('rebate.override.title', { kind: t(`refusalPart.override.${kind}`) })}
    >
      <form className={classes.stack} onSubmit={use}>
        {failure ? <FailureAlert failure={failure} /> : <p>{t('rebate.override.partLead')}</p>}
        {kind === 'unpaid-balance' && overdueMinor > 0 ? (
          <Button leftSection={<IconCash size={19} aria-hidden="true" />} onClick={onPayAlong}>
            {t('rebate.override.payAlong', { amount: overdueMinor })}
          </Button>
        ) : null}
        <TextInput
          data-autofocus
          required
          label={t('rebate.override.reason')}
          description={t('rebate.override.lead')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" type="submit" disabled={reason.trim() === ''}>
          {t('rebate.override.use')}
        </Button>
      </form>
    </Dialog>
  );
}
