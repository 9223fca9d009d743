import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shell/language.ts';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Width in pixels, or one of Mantine's sizes. */
  readonly size?: number | 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}

/** A dialog over the screen: Esc or its named button closes it. */
export function Dialog({ title, onClose, size = 'md', children }: DialogProps) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': t('shell.close'), size: 44 }}
    >
      {children}
    </Modal>
  );
}
