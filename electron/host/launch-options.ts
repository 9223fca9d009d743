import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchOptions {
  /** A throw-away ledger filled with a made-up centre. */
  readonly demo: boolean;
  readonly ledgerFile: string | undefined;
  /** 0: any free port. */
  readonly port: number;
  /** Open the address with the desktop's browser. */
  readonly open: boolean;
}

/** What both hosts read from their command line; Electron's own switches are passed over. Throws on a bad port. */
export function readLaunchOptions(args: readonly string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      ledger: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
    },
  });
  const port = Number(typeof values.port === 'string' ? values.port : (env.PORT ?? 0));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port: a number from 0 to 65535.');
  if (values.ledger === true) throw new Error('--ledger: the name of a ledger file.');
  return {
    demo: values.demo === true,
    ledgerFile: typeof values.ledger === 'string' ? resolve(values.ledger) : undefined,
    port,
    open: values.open === true,
  };
}

/** The same per-user ledger whichever host serves it: %APPDATA%, Application Support, or the XDG data folder. */
export function defaultLedgerFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (platform === 'win32') {
    return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Guichet', 'guichet.guichet');
  }
  if (platform === 'darwin')
    return join(home, 'Library', 'Application Support', 'Guichet', 'guichet.guichet');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'guichet', 'guichet.guichet');
}
