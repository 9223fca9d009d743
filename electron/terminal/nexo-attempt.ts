import { standaloneDriver } from './standalone-driver.ts';
import type { TerminalDriver } from './terminal-driver.ts';

/** An attempt that the terminal answers for; when it cannot, a person reads the same proof from its slip. */
export const nexoDriver: TerminalDriver = {
  kind: 'nexo',
  humanInTheLoop: false,
  requireProof: standaloneDriver.requireProof,
};
