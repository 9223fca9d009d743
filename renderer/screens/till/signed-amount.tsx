import { Amount } from '../../parts/amount.tsx';

const MINUS = '\u2212';

/** What goes out with a minus in front; nothing at all as a dash. */
export function SignedAmount({ minor }: { minor: number }) {
  if (minor === 0) return '—';
  return (
    <>
      {minor < 0 ? MINUS : ''}
      <Amount minor={Math.abs(minor)} />
    </>
  );
}
