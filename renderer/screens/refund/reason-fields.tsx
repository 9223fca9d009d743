import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { isRefundReason, REFUND_REASONS } from '../../../shared/domain/refund-reason.ts';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';

/** A stored reason in words: its code's, or the words it was given in. */
export function reasonWords(t: TFunction, reason: string): string {
  return isRefundReason(reason) ? t(`refund.reason.choice.${reason}`) : reason;
}

/** Where the focus goes when the reason is missing. */
export const REASON_FIELD = 'refund-reason';

interface Props {
  code: string;
  other: string;
  note: string;
  problem: string | null;
  isLocked: boolean;
  onCode: (code: string) => void;
  onOther: (text: string) => void;
  onNote: (text: string) => void;
}

/** Why the money goes back; it stays on the document, and a card that cannot be used must be named (settled.md 16). */
export function ReasonFields({ code, other, note, problem, isLocked, onCode, onOther, onNote }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.twoColumns}>
      <NativeSelect
        id={code === 'other' ? undefined : REASON_FIELD}
        label={t('refund.reason.label')}
        required
        disabled={isLocked}
        value={code}
        error={code === 'other' ? undefined : problem}
        onChange={(event) => onCode(event.currentTarget.value)}
      >
        <option value="">{t('refund.reason.placeholder')}</option>
        {REFUND_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`refund.reason.choice.${reason}`)}
          </option>
        ))}
      </NativeSelect>
      {code === 'other' ? (
        <TextInput
          id={REASON_FIELD}
          label={t('refund.reason.other')}
          required
          disabled={isLocked}
          maxLength={200}
          value={other}
          error={problem}
          onChange={(event) => onOther(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          label={t('refund.reason.note')}
          disabled={isLocked}
          minRows={1}
          maxRows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
