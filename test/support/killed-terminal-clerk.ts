/**
 * A process that runs one trial on an integrated terminal and dies by SIGKILL at a named point of it:
 * `node killed-terminal-clerk.ts '{trial}' POINT`. Exits with 0 when the point is never reached.
 */
import { type TerminalTrial, TrialDesk } from './terminal-clerk.ts';

const trial = JSON.parse(process.argv[2] ?? '{}') as TerminalTrial;
const deadlyPoint = process.argv[3];

const desk = await TrialDesk.open(trial, (point) => {
  if (point === deadlyPoint) process.kill(process.pid, 'SIGKILL');
});
await desk.run(trial);
await desk.service.close();
