import { IconDeviceMobile } from '@tabler/icons-react';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import classes from './terminal-answer.module.css';
import type { AttemptRead } from './terminal-answer.tsx';

/** The card the money came from; some terminals ask for it at a refund. */
export interface OriginalCard {
  readonly brand: string | null;
  readonly last4: string | null;
  readonly approvalCode: string | null;
}

interface TerminalInstructionProps {
  readonly attempt: AttemptRead;
  readonly original: OriginalCard | null;
  readonly isInDoubt: boolean;
  /** Once the answer is chosen only what to check the slip against stays. */
  readonly isCompact?: boolean;
}

/** What to key on the terminal, as large as it can be. SENT is committed before this shows (settled.md 1). */
export function TerminalInstruction({
  attempt,
  original,
  isInDoubt,
  isCompact = false,
}: TerminalInstructionProps) {
  const { t } = useWords();
  return (
    <div className={classes.instruction} data-compact={isCompact || undefined}>
      <IconDeviceMobile size={40} stroke={1.5} aria-hidden="true" />
      <div>
        <h1 className={classes.what} aria-live="polite">
          {t(`terminal.instruct.standalone.${attempt.direction}`, { terminal: attempt.terminalName ?? '' })}
        </h1>
        <Amount minor={attempt.amountMinor} size={isCompact ? 'big' : 'huge'} />
        {!isInDoubt && !isCompact && <p className={classes.hint}>{t('terminal.clientCard')}</p>}
        {original?.last4 && (
          <p className={classes.hint}>
            {t('terminal.original', { brand: original.brand ?? '', last4: original.last4 })}
            {original.approvalCode && `, ${t('terminal.originalCode', { code: original.approvalCode })}`}
          </p>
        )}
        {!isCompact && <p className={classes.hint}>{t(`terminal.safe.${attempt.direction}`)}</p>}
      </div>
    </div>
  );
}
