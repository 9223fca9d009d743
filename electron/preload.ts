import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { PushedEvent } from '../shared/contract/pushed-event.ts';
import type { Call, Outcome } from './host/call.ts';

// The channel names are repeated here: a sandboxed preload is one file, and these two lines are all it needs.
const CALL_CHANNEL = 'guichet:call';
const PUSH_CHANNEL = 'guichet:pushed';

/** Two named methods and nothing of Electron's (reliability.md §3, item 20). */
contextBridge.exposeInMainWorld('guichet', {
  send: (call: Call): Promise<Outcome> => ipcRenderer.invoke(CALL_CHANNEL, call),
  listen: (listener: (event: PushedEvent) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, pushed: PushedEvent) => listener(pushed);
    ipcRenderer.on(PUSH_CHANNEL, forward);
    return () => ipcRenderer.off(PUSH_CHANNEL, forward);
  },
});
