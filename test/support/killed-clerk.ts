/**
 * A process that makes one refund and dies by SIGKILL at a named point of it:
 * `node killed-clerk.ts '{trial}' POINT [OCCURRENCE]`. Exits with 0 when the point is never reached.
 */
import { finishRefund, startService, type Trial } from './honest-clerk.ts';

const trial = JSON.parse(process.argv[2] ?? '{}') as Trial;
const deadlyPoint = process.argv[3];
let left = Number(process.argv[4] ?? 1);

const probe = (point: string) => {
  if (point !== deadlyPoint) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

const service = await startService(trial.ledgerPath, probe);
await finishRefund(service, trial, probe);
await service.close();
