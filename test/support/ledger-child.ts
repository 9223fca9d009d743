import { openLedger } from '../../electron/ledger/open-ledger.ts';

/**
 * A second process on a ledger: `node ledger-child.ts FILE [KILL-POINT]`. Says "open" or the code of the refusal;
 * then writes commits without end, saying each number once it is acknowledged, until it is killed. With a kill
 * point it kills itself there, during its third commit.
 */
const [path, killPoint] = process.argv.slice(2);
let commits = 0;
try {
  const ledger = await openLedger({
    path: path!,
    clock: { now: () => new Date() },
    timeZone: () => 'America/Toronto',
    probe: (point) => {
      if (point === killPoint && commits === 2) process.kill(process.pid, 'SIGKILL');
    },
  });
  console.log('open');
  for (;;) {
    const number = await ledger.write(async (db) => {
      await db.insert('audit_event', {
        kind: 'child',
        staff_id: null,
        subject: null,
        detail: '{}',
        at: db.at,
      });
      return await db.nextNumber('Z-9');
    });
    commits += 1;
    await new Promise((resolve) => process.stdout.write(`${number}\n`, resolve));
  }
} catch (error) {
  console.log((error as { code?: string }).code ?? String(error));
}
