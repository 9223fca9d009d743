import { NexoCrypto } from '@adyen/api-library';
import {
  deriveMessageKey,
  openMessage,
  type SealedMessage,
  sealMessage,
} from '../../../electron/terminal/nexo/message-encryption.ts';
import { type Chance, chanceOf } from '../../support/nexo-answers.ts';
import { MEANING_FAULTS } from './faults-of-meaning.ts';
import { PROOF_FAULTS } from './faults-of-proof.ts';
import { TRANSPORT_FAULTS } from './faults-of-transport.ts';
import { openFaultBench } from './run-fault.ts';

const SEEDS_PER_FAULT = 50;
const ORACLE_MESSAGES = 1000;
const MEGABYTE = 1024 * 1024;
/** What the process may grow over all runs once it is warm: no run leaves anything behind. */
const GROWTH_MEGABYTES_MAX = 8;

const firstSeed = Number(process.argv[2] ?? 20_261_124);
await proveOracle();
await proveFaults();

/** The provider's library opens what we seal, and we open what it seals, for random texts. */
async function proveOracle(): Promise<void> {
  const chance = chanceOf(firstSeed);
  const oracle = new NexoCrypto();
  const header = { MessageCategory: 'Payment' } as never;
  for (let index = 0; index < ORACLE_MESSAGES; index += 1) {
    const shared = {
      keyIdentifier: `key-${index % 7}`,
      keyVersion: index % 5,
      passphrase: `phrase ${index % 11}`,
    };
    const theirs = {
      KeyIdentifier: shared.keyIdentifier,
      KeyVersion: shared.keyVersion,
      Passphrase: shared.passphrase,
      AdyenCryptoVersion: 1,
    };
    const key = await deriveMessageKey(shared);
    const text = randomText(chance);
    if (oracle.decrypt({ MessageHeader: header, ...sealMessage(text, key) }, theirs) !== text) {
      throw new Error(`message ${index}, seed ${firstSeed}: the library reads another text`);
    }
    if (openMessage(NexoCrypto.encrypt(header, text, theirs) as SealedMessage, key) !== text) {
      throw new Error(`message ${index}, seed ${firstSeed}: we read another text`);
    }
  }
  console.log(
    `encryption, seed ${firstSeed}: ${ORACLE_MESSAGES} of ours read by the library, as many of its by us`,
  );
}

/** Every fault under every seed; the outcomes counted, the memory compared. */
async function proveFaults(): Promise<void> {
  const bench = await openFaultBench();
  const faults = [...TRANSPORT_FAULTS, ...PROOF_FAULTS, ...MEANING_FAULTS];
  const outcomes = new Map<string, number>();
  const usedMegabytes = () => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MEGABYTE;
  };
  let failures = 0;
  let warm = 0;
  for (let round = 0; round < SEEDS_PER_FAULT; round += 1) {
    for (const fault of faults) {
      try {
        const { kind } = await bench.run(fault, firstSeed + round);
        outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      } catch (error) {
        failures += 1;
        console.error((error as Error).message);
      }
    }
    if (round === 4) warm = usedMegabytes();
  }
  const grown = usedMegabytes() - warm;
  await bench.close();
  const runs = faults.length * SEEDS_PER_FAULT;
  console.log(
    `${faults.length} kinds of answers x ${SEEDS_PER_FAULT} seeds from ${firstSeed}: ${runs} runs, ${failures} wrong`,
  );
  console.log([...outcomes].map(([kind, count]) => `${kind} ${count}`).join(', '));
  console.log(`memory after the fifth round ${warm.toFixed(1)} MB, grown by ${grown.toFixed(1)} MB since`);
  if (failures > 0 || grown > GROWTH_MEGABYTES_MAX) process.exitCode = 1;
}

function randomText(chance: Chance): string {
  const alphabet = [...'{}[]":,0123456789.abcdefghijklmnopqrstuvwxyzÉàç€漢😀\n\u0000'];
  return Array.from({ length: chance.below(4000) }, () => chance.pick(alphabet)).join('');
}
