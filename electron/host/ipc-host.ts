import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Outcome, Service } from './call.ts';
import { readCall } from './read-call.ts';
import { senderAllowed } from './window-security.ts';

export const CALL_CHANNEL = 'guichet:call';
export const PUSH_CHANNEL = 'guichet:pushed';

export interface IpcMainLike {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown): void;
  removeHandler(channel: string): void;
}

export interface IpcHost {
  /** Windows made by the host; messages from any other are refused. */
  readonly windows: Set<WebContents>;
  close(): void;
}

/**
 * One channel for calls, one for pushed events. A message from a stranger, or one that is no call, is rejected without
 * reaching the service; what a call may do is decided in dispatch, as for the loopback host.
 */
export function startIpcHost(ipcMain: IpcMainLike, service: Service): IpcHost {
  const windows = new Set<WebContents>();
  ipcMain.handle(CALL_CHANNEL, async (event, ...args): Promise<Outcome> => {
    const { senderFrame, sender } = event;
    const allowed = senderAllowed({
      frameAddress: senderFrame?.url,
      isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
      windowIsKnown: windows.has(sender),
    });
    if (!allowed) throw new Error('wrong-sender');
    const call = args.length === 1 ? readCall(args[0]) : undefined;
    if (!call) throw new Error('not-a-call');
    return service.call(call);
  });
  const unsubscribe = service.subscribe((event) => {
    for (const window of windows) if (!window.isDestroyed()) window.send(PUSH_CHANNEL, event);
  });
  return {
    windows,
    close: () => {
      unsubscribe();
      ipcMain.removeHandler(CALL_CHANNEL);
    },
  };
}
