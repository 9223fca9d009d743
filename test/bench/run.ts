import { availableParallelism } from 'node:os';
import { benchClientSearch } from './client-search.ts';
import { benchCounterSale } from './counter-sale.ts';
import { benchMessageEncryption } from './message-encryption.ts';
import { benchReport } from './report.ts';
import { benchStartUp } from './start-up.ts';
import { benchTillClose } from './till-close.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  'counter-sale': benchCounterSale,
  'client-search': benchClientSearch,
  'start-up': benchStartUp,
  'message-encryption': benchMessageEncryption,
  'till-close': benchTillClose,
  report: benchReport,
};

console.log(`node ${process.version}, ${availableParallelism()} cores`);
const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES))
  if (chosen.length === 0 || chosen.includes(name)) await bench();
