import { Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CommandName } from '../../shared/contract/contract.ts';
import type { Command } from '../connection/use-command.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { Dialog } from './dialog.tsx';
import { FailureAlert } from './failure-alert.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly reasonLabel: string;
  readonly confirmLabel: string;
  readonly command: Pick<Command<CommandName>, 'failure' | 'isRunning' | 'isUnanswered'>;
  /** The reason without the spaces around it; never empty. */
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Takes something back that stays in the books: what it changes, a reason that is kept, and the confirmation. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { command, onClose } = props;
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return (
    <Dialog onClose={onClose} title={props.title}>
      <Stack gap={14}>
        <p>{props.lead}</p>
        <TextInput
          data-autofocus
          required
          label={props.reasonLabel}
          maxLength={200}
          disabled={command.isUnanswered}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={props.confirmLabel}
          disabled={reason === ''}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => props.onConfirm(reason)}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
