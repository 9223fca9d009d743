import { layPaper } from '../../shared/document/lay-paper.ts';
import type { Paper } from '../../shared/document/paper.ts';
import classes from './paper-view.module.css';

/** A document row by row, as 80 mm paper shows it. */
export function PaperView({ paper }: { paper: Paper }) {
  const rows = layPaper(paper, 48).filter(({ style }) => style !== 'barcode');
  return (
    <article className={classes.paper} aria-label={paper.title} lang={paper.language}>
      <pre className={classes.rows}>
        {rows.map(({ style, text }, index) => (
          <span key={index} className={style === 'strong' ? classes.strong : undefined}>
            {`${text}\n`}
          </span>
        ))}
      </pre>
    </article>
  );
}
