/**
 * A process that runs one trial through the gateway and dies by SIGKILL at the nth time it passes a named point:
 * `node killed-gateway-clerk.ts '{trial}' POINT OCCURRENCE [start]`. With `start` the start itself counts, else only the
 * command. Exits with 0 when the point is never reached.
 */
import { GatewayClerk, type GatewayTrial } from './gateway-clerk.ts';

const [given = '{}', deadlyPoint, occurrence = '1', from] = process.argv.slice(2);
let left = Number(occurrence);
let isArmed = from === 'start';

const clerk = await GatewayClerk.open(JSON.parse(given) as GatewayTrial, (point) => {
  if (!isArmed || point !== deadlyPoint) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
await clerk.signIn();
isArmed = true;
await clerk.run();
await clerk.service.close();
