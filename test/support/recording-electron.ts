import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';

type Listener = (...args: never[]) => unknown;

/** What crosses Electron's bridge is copied by value; functions and class instances do not survive it. */
const overTheWire = <T>(value: T): T => structuredClone(value);

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: '' };
  readonly sent: { channel: string; value: unknown }[] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  isDestroyed = () => false;
  getPrintersAsync = async () => this.electron?.printers ?? [];

  readonly electron: RecordingElectron | undefined;

  constructor(electron?: RecordingElectron) {
    super();
    this.electron = electron;
  }

  print(options: object, answer: (isDone: boolean, why: string) => void): void {
    this.electron?.prints.push({ options, page: this.mainFrame.url });
    setImmediate(() => answer(this.electron?.printsWell ?? false, ''));
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  send(channel: string, value: unknown): void {
    this.sent.push({ channel, value: overTheWire(value) });
  }
}

/**
 * A stand-in for Electron's API that records what the host asks of it. It is not Electron: the checklist on a real
 * Electron stays a release step.
 */
export class RecordingElectron {
  readonly steps: string[] = [];
  readonly windows: FakeWindow[] = [];
  /** What every window was made with, also of those that are closed. */
  readonly made: BrowserWindowConstructorOptions[] = [];
  readonly handlers = new Map<string, Listener>();
  readonly errorBoxes: string[] = [];
  printers: { name: string; displayName: string; options: object }[] = [];
  /** What windows were told to print, and the address of the page they showed then. */
  readonly prints: { options: object; page: string }[] = [];
  printsWell = true;
  readonly sessionEvents = new EventEmitter();
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (ok: boolean) => void) => void)
    | undefined;
  permissionCheck: (() => boolean) | undefined;
  devicePermission: (() => boolean) | undefined;
  schemes: unknown[] = [];
  serve: ((request: Request) => Promise<Response>) | undefined;
  isFirstInstance = true;

  readonly app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    requestSingleInstanceLock: () => this.isFirstInstance,
    enableSandbox: () => this.#step('sandbox'),
    getPath: (name: string) => (name === 'documents' ? '/home/desk/Documents' : `/home/desk/${name}`),
    whenReady: async () => this.#step('ready'),
    quit: () => this.#step('quit'),
    exit: (code: number) => this.#step(`exit ${code}`),
  });

  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: unknown[]) => {
      this.#step('schemes');
      this.schemes = schemes;
    },
    handle: (scheme: string, serve: (request: Request) => Promise<Response>) => {
      this.#step(`serve ${scheme}`);
      this.serve = serve;
    },
  };

  readonly session = {
    defaultSession: {
      setPermissionRequestHandler: (handler: typeof this.permissionRequest) => {
        this.permissionRequest = handler;
      },
      setPermissionCheckHandler: (handler: () => boolean) => {
        this.permissionCheck = handler;
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        this.devicePermission = handler;
      },
      on: (event: string, listener: Listener) => this.sessionEvents.on(event, listener as () => void),
    },
  };

  readonly ipcMain = {
    handle: (channel: string, listener: Listener) => {
      this.handlers.set(channel, listener);
    },
    removeHandler: (channel: string) => {
      this.handlers.delete(channel);
    },
  };

  displays = [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }];
  readonly screen = { getPrimaryDisplay: () => this.displays[0], getAllDisplays: () => this.displays };
  readonly dialog = { showErrorBox: (_title: string, text: string) => this.errorBoxes.push(text) };
  /** The addresses that were handed to the person's browser. */
  readonly openedOutside: string[] = [];
  readonly shell = {
    openExternal: async (address: string) => {
      this.openedOutside.push(address);
    },
  };
  readonly Menu = { setApplicationMenu: () => {} };
  readonly safeStorage = {
    isEncryptionAvailable: () => true,
    encryptString: (text: string) => Buffer.from(text, 'utf8').reverse(),
    decryptString: (sealed: Buffer) => Buffer.from(sealed).reverse().toString('utf8'),
    getSelectedStorageBackend: () => 'gnome_libsecret',
  };

  readonly BrowserWindow = makeWindowClass(this);

  /** A message of the page, as the preload sends it: cloned on the way there and back. */
  async invoke(
    channel: string,
    message: unknown,
    from?: { sender?: FakeContents; frame?: object | null },
  ): Promise<unknown> {
    const sender = from?.sender ?? this.windows[0]!.webContents;
    const senderFrame = from?.frame === undefined ? sender.mainFrame : from.frame;
    const handler = this.handlers.get(channel) as (event: object, message: unknown) => Promise<unknown>;
    return overTheWire(await handler({ sender, senderFrame }, overTheWire(message)));
  }

  #step(step: string): void {
    this.steps.push(step);
  }
}

export interface FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  loaded: string | undefined;
  focused: number;
  close(): void;
}

function makeWindowClass(electron: RecordingElectron) {
  return class extends EventEmitter implements FakeWindow {
    static getAllWindows = () => electron.windows;
    readonly webContents = new FakeContents(electron);
    readonly options: BrowserWindowConstructorOptions;
    loaded: string | undefined;

    constructor(options: BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      electron.windows.push(this);
      electron.made.push(options);
      electron.app.emit('web-contents-created', {}, this.webContents);
    }

    async loadURL(address: string): Promise<void> {
      electron.steps.push(`load ${address}`);
      this.loaded = address;
      this.webContents.mainFrame.url = address;
    }

    focused = 0;

    show(): void {}

    focus(): void {
      this.focused += 1;
    }

    destroy(): void {
      this.close();
    }

    close(): void {
      electron.windows.splice(electron.windows.indexOf(this), 1);
      this.emit('closed');
    }
  };
}
