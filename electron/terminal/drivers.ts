import type { AttemptDriver } from '../ledger/attempt-store.ts';
import { cashDriver } from './cash-driver.ts';
import { chequeDriver } from './cheque-driver.ts';
import { byHandDriver, gatewayDriver } from './gateway-drivers.ts';
import { nexoDriver } from './nexo-attempt.ts';
import { standaloneDriver } from './standalone-driver.ts';
import type { TerminalDriver } from './terminal-driver.ts';

const DRIVERS: Readonly<Record<AttemptDriver, TerminalDriver>> = {
  standalone: standaloneDriver,
  cash: cashDriver,
  cheque: chequeDriver,
  nexo: nexoDriver,
  gateway: gatewayDriver,
  'by-hand': byHandDriver,
};

/** The driver of an attempt. */
export function driverOf(kind: AttemptDriver): TerminalDriver {
  return DRIVERS[kind];
}
