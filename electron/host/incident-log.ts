import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pino from 'pino';

export type LogIncident = (incident: string, operation: string, error: unknown) => void;

/**
 * Broken assumptions, one JSON line each under the incident's number, in a file that never leaves the machine.
 * Inputs are not written: they may name people.
 */
export function openIncidentLog(file: string): LogIncident {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, mode: 0o600, sync: true }),
  );
  return (incident, operation, error) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    log.error({ incident, operation, name, message, stack }, 'incident');
  };
}
