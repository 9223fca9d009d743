import { serveApart } from '../../ledger/serve-apart.ts';
import { readReport } from './read-report.ts';

/** The thread on which reports are worked out. */
serveApart(readReport);
