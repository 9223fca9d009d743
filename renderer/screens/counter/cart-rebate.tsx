import { Button } from '@mantine/core';
import { IconDiscount, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../shell/language.ts';
import classes from '../rebate/rebate.module.css';
import { RebateFields } from '../rebate/rebate-fields.tsx';
import { formOf, rebateOf } from '../rebate/rebate-form.ts';
import type { Rebate } from './counter-state.ts';

interface CartRebateProps {
  /** Of the line; null for the whole cart. */
  readonly name: string | null;
  readonly rebate: Rebate | null;
  /** What a clerk may give on this line alone, in cents before tax. */
  readonly limitMinor: number | null;
  readonly isLocked: boolean;
  readonly onChange: (rebate: Rebate | null) => void;
}

/** A rebate by hand on a line or on the whole: a button, and the dialog where it is typed. */
export function CartRebate({ name, rebate, limitMinor, isLocked, onChange }: CartRebateProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="dark"
        size="compact-md"
        disabled={isLocked}
        aria-label={name === null ? t('rebate.onWhole') : t('rebate.onLine', { name })}
        leftSection={<IconDiscount size={17} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {name === null ? t('rebate.onWhole') : t('rebate.open')}
      </Button>
      {isOpen ? (
        <RebateDialog
          name={name}
          rebate={rebate}
          limitMinor={limitMinor}
          onApply={(typed) => {
            onChange(typed);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface RebateDialogProps extends Pick<CartRebateProps, 'name' | 'rebate' | 'limitMinor'> {
  readonly onApply: (rebate: Rebate | null) => void;
  readonly onClose: () => void;
}

function RebateDialog({ name, rebate, limitMinor, onApply, onClose }: RebateDialogProps) {
  const { t } = useWords();
  const [form, setForm] = useState(() => formOf(rebate));
  const isSupervisor = useHasRole('supervisor');
  const typed = rebateOf(form);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (typed) onApply(typed);
  };
  return (
    <Dialog
      onClose={onClose}
      size={560}
      title={name === null ? t('rebate.titleWhole') : t('rebate.title', { name })}
    >
      <form className={classes.stack} onSubmit={apply}>
        <p className={classes.soft}>{t('rebate.lead')}</p>
        <RebateFields form={form} onChange={setForm} />
        {isSupervisor || limitMinor === null ? null : (
          <p className={classes.soft}>{t('rebate.limit', { amount: limitMinor })}</p>
        )}
        <Button type="submit" disabled={!typed}>
          {t('rebate.apply')}
        </Button>
        {rebate ? (
          <Button
            variant="default"
            leftSection={<IconX size={18} aria-hidden="true" />}
            onClick={() => onApply(null)}
          >
            {t('rebate.remove')}
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
}
