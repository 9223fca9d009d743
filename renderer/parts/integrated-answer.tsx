import { useHasRole } from '../connection/session.ts';
import { TerminalAnswer } from './terminal-answer.tsx';

type Props = Parameters<typeof TerminalAnswer>[0];

/**
 * The three answers of a person about an integrated terminal; "I don't know" is what the service knows already. A
 * terminal that does not know the attempt did most likely nothing: that answer stands chosen for those who may give it.
 */
export function IntegratedAnswer(props: Omit<Props, 'without' | 'preselected' | 'withInstruction'>) {
  const isSupervisor = useHasRole('supervisor');
  const { state } = props.attempt;
  return (
    <TerminalAnswer
      {...props}
      key={state}
      withInstruction={false}
      without={['unknown']}
      preselected={state === 'needs-operator' && isSupervisor ? 'not-done' : null}
    />
  );
}
