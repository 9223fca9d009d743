import { FAMILY_NAMES, GIVEN_NAMES } from '../../electron/demo/demo-names.ts';
import { seededRandom } from '../../electron/demo/seeded-random.ts';
import { openBenchDesk } from './bench-desk.ts';
import { percentile } from './ratio.ts';

const SEARCHES = 400;

/** What clerks type: parts of names with and without accents, two letters, phones, e-mails. */
const TYPED = [
  'desr',
  'tremb',
  'helene',
  'Hélène',
  'ng',
  'li',
  'st-p',
  'larivière-b',
  'roy',
  '5550',
  '555-01',
  'client',
  'marie tremblay',
  'famille gagn',
  '450 555',
  'olivier',
  'chateau',
  'béd',
  'C-000',
  'zzz',
];

/** Search at 1,000 and at 100,000 clients: 95th percentile of what clerks type. */
export async function benchClientSearch(): Promise<void> {
  const small = await searchDesk(1_000);
  const large = await searchDesk(100_000);
  const times: [number[], number[]] = [[], []];
  for (let count = 0; count < SEARCHES; count += 1)
    for (const [index, desk] of [small, large].entries()) {
      const start = performance.now();
      await desk.call('client.find', { text: TYPED[count % TYPED.length] ?? '' });
      times[index]?.push(performance.now() - start);
    }
  const [p95Small, p95Large] = times.map((list) => percentile(list, 0.95)) as [number, number];
  console.log(
    `client search: p95 ${p95Small.toFixed(2)} ms at 1,000 clients, ${p95Large.toFixed(2)} ms at 100,000, ` +
      `ratio ${(p95Large / p95Small).toFixed(1)}`,
  );
  for (const desk of [small, large]) {
    await desk.close();
    await desk.remove();
  }
}

async function searchDesk(clients: number) {
  const random = seededRandom(7);
  const desk = await openBenchDesk();
  const lines = ['nom,téléphone,courriel'];
  for (let count = 0; count < clients; count += 1)
    lines.push(
      `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)},450 ${random.integer(200, 999)}-${String(count % 10_000).padStart(4, '0')},c${count}@exemple.ca`,
    );
  await desk.call('client.import', { csv: lines.join('\n') });
  return desk;
}
