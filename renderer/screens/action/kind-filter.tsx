import type { ActionKind } from '../../../shared/domain/action.ts';
import { useWords } from '../../shell/language.ts';
import classes from './worklist.module.css';

interface Props {
  counts: readonly { kind: ActionKind; count: number }[];
  chosen: ActionKind | null;
  onChoose: (kind: ActionKind | null) => void;
}

/** Every kind of row that there is, with how many; one narrows the list, again gives all of it back. */
export function KindFilter({ counts, chosen, onChoose }: Props) {
  const { t } = useWords();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shown =
    chosen && !counts.some(({ kind }) => kind === chosen) ? [...counts, { kind: chosen, count: 0 }] : counts;
  return (
    <fieldset className={classes.kinds}>
      <legend className="seen-by-readers">{t('action.filter.kinds')}</legend>
      <Choice
        label={t('action.filter.all')}
        count={total}
        isChosen={chosen === null}
        onChoose={() => onChoose(null)}
      />
      {shown.map(({ kind, count }) => (
        <Choice
          key={kind}
          label={t(`action.kind.${kind}`)}
          count={count}
          isChosen={kind === chosen}
          onChoose={() => onChoose(kind === chosen ? null : kind)}
        />
      ))}
    </fieldset>
  );
}

function Choice(props: { label: string; count: number; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={classes.kind} aria-pressed={props.isChosen} onClick={props.onChoose}>
      <span>{props.label}</span>
      <span className={classes.count}>{props.count}</span>
    </button>
  );
}
