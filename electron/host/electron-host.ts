import { basename, join } from 'node:path';
import type * as Electron from 'electron';
import { OFFER_VARIABLE, readOffer } from '../demo/pair-virtual-terminal.ts';
import { APP_PAGE, APP_PRIVILEGES, APP_SCHEME, serveAppPage } from './app-protocol.ts';
import { electronPrinting } from './electron-printing.ts';
import { type IpcHost, startIpcHost } from './ipc-host.ts';
import { defaultLedgerFile, readLaunchOptions } from './launch-options.ts';
import { type Desk, openDesk } from './open-desk.ts';
import { keychainSecrets } from './sealed-secrets.ts';
import {
  DISPLAY_PAGE,
  displayOptions,
  navigationAllowed,
  permissionAllowed,
  savingAllowed,
  windowOpenAnswer,
  windowOptions,
} from './window-security.ts';

/** What the host uses of Electron; main.ts hands over the real one, tests a recording stand-in. */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
>;

export interface ElectronHostOptions {
  readonly pageFolder: string;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly args: readonly string[];
}

/** Starts the desktop app: guards first, then the service, then the counter's window, and the customer's when it is asked for. It makes every window a person sees. */
export async function runElectronHost(electron: ElectronApi, options: ElectronHostOptions): Promise<void> {
  const { app, protocol } = electron;
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_PRIVILEGES]);
  const pages = new Map<string, () => void>();
  guardContents(electron, pages);
  await app.whenReady();
  electron.Menu.setApplicationMenu(null);
  protocol.handle(APP_SCHEME, serveAppPage(options.pageFolder));
  guardPermissions(electron);

  let desk: Desk;
  try {
    desk = await openDesk({
      launch: readLaunchOptions(options.args, process.env),
      defaultLedgerFile: defaultLedgerFile(process.platform, process.env),
      secretsIn: (folder) => keychainSecrets(folder, electron.safeStorage),
      virtualTerminal: readOffer(process.env[OFFER_VARIABLE]),
      pageFolder: options.pageFolder,
      systemPrinting: electronPrinting(electron),
    });
  } catch (error) {
    electron.dialog.showErrorBox('Guichet', error instanceof Error ? error.message : String(error));
    return app.exit(1);
  }
  const host = startIpcHost(electron.ipcMain, desk.service);
  guardSaving(electron, host);
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(electron, host, desk);
  const window = makeWindow(electron, host, windowOptions(options.preloadFile, options.iconFile));
  app.on('second-instance', () => window.focus());
  pages.set(DISPLAY_PAGE, keepDisplay(electron, options, host, window));
  const { virtualTerminalPage } = desk;
  if (virtualTerminalPage)
    pages.set(virtualTerminalPage, () => void electron.shell.openExternal(virtualTerminalPage));
  await window.loadURL(APP_PAGE);
}

/**
 * Whatever the page becomes, it goes nowhere, opens nothing and embeds nothing (reliability.md §3, items 11-14). A link
 * to one of these pages is the host's to follow: the customer's window, a virtual terminal in the person's browser.
 */
function guardContents({ app }: ElectronApi, pages: ReadonlyMap<string, () => void>): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!navigationAllowed(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!navigationAllowed(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      pages.get(url)?.();
      return windowOpenAnswer();
    });
  });
}

/** Electron grants everything unless told otherwise, also to its own pages (item 5). */
function guardPermissions({ session }: ElectronApi): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(permissionAllowed()));
  defaultSession.setPermissionCheckHandler(permissionAllowed);
  defaultSession.setDevicePermissionHandler(permissionAllowed);
}

/** A file that the page made goes where the person says, and only there; every other download is stopped (item 14). */
function guardSaving({ app, session }: ElectronApi, host: IpcHost): void {
  session.defaultSession.on('will-download', (event, item, contents) => {
    const name = item.getFilename();
    const windowIsKnown = host.windows.has(contents);
    if (!savingAllowed({ address: item.getURL(), name, windowIsKnown })) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('documents'), basename(name)) });
  });
}

function makeWindow(
  electron: ElectronApi,
  host: IpcHost,
  windowOptions: Electron.BrowserWindowConstructorOptions,
): Electron.BrowserWindow {
  const window = new electron.BrowserWindow(windowOptions);
  const contents = window.webContents;
  host.windows.add(contents);
  window.once('closed', () => host.windows.delete(contents));
  window.once('ready-to-show', () => window.show());
  return window;
}

/** One window for the customer at most, on the second screen when there is one; it goes with the counter's. */
function keepDisplay(
  electron: ElectronApi,
  options: ElectronHostOptions,
  host: IpcHost,
  counter: Electron.BrowserWindow,
): () => void {
  let display: Electron.BrowserWindow | undefined;
  counter.once('closed', () => display?.close());
  return () => {
    if (display) return display.focus();
    const { screen } = electron;
    const primary = screen.getPrimaryDisplay().id;
    const second = screen.getAllDisplays().find(({ id }) => id !== primary)?.bounds;
    display = makeWindow(electron, host, displayOptions(options.preloadFile, options.iconFile, second));
    display.once('closed', () => {
      display = undefined;
    });
    void display.loadURL(DISPLAY_PAGE);
  };
}

/** The ledger is closed, and its head file synced, before the process ends. */
function closeBeforeQuit({ app }: ElectronApi, host: IpcHost, desk: Desk): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    host.close();
    desk.close().finally(() => app.quit());
  });
}
