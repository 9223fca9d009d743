/**
 * What the page of the virtual terminal and its process say to each other. Guichet's own service never sees it: to it the
 * virtual terminal is a terminal like any other, over its network protocol.
 */

/** How the terminal can take its next card; each but the first is a script that needs nobody. */
export const TERMINAL_SCRIPTS = [
  'person',
  'approve',
  'decline',
  'cancel',
  'partial',
  'more-than-asked',
  'other-currency',
  'other-direction',
  'no-amount',
  'refuse-connection',
  'no-answer',
  'no-answer-nothing-moved',
  'answer-too-late',
  'answer-twice',
  'reset-after-moving',
  'reset-before-moving',
  'half-open',
  'answer-cut',
  'one-byte-at-a-time',
  'split-utf8',
  'endless-header',
  'garbage',
  'zeros',
  'huge-length',
  'http-error',
  'redirect',
  'wrong-hmac',
  'wrong-service-id',
  'wrong-terminal',
  'another-answer',
  'rejected',
  'logged-out',
  'busy',
  'host-unreachable',
  'in-progress',
  'approve-after-abort',
  'cable-pulled',
  'reboot-with-memory',
  'reboot-without-memory',
  'reboot-before-moving',
] as const;
export type TerminalScript = (typeof TERMINAL_SCRIPTS)[number];

export const VIRTUAL_CARDS = [
  { brand: 'visa', last4: '7003' },
  { brand: 'mc', last4: '4417' },
  { brand: 'interac', last4: '8802' },
] as const;

export interface MovedMoney {
  readonly direction: 'in' | 'out';
  /** Cents, positive. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly brand: string;
  readonly last4: string;
  readonly approvalCode: string;
  readonly at: string;
}

export type TerminalScreen =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asks-card'; readonly direction: 'in' | 'out'; readonly amountMinor: number }
  | { readonly kind: 'asks-card-to-read' }
  | { readonly kind: 'holds-card'; readonly last4: string }
  | {
      readonly kind: 'ended';
      readonly outcome: 'approved' | 'declined' | 'cancelled';
      readonly direction: 'in' | 'out';
      readonly amountMinor: number;
    };

/** Everything the page shows. */
export interface VirtualTerminalView {
  readonly poiId: string;
  readonly screen: TerminalScreen;
  readonly isCableOut: boolean;
  readonly script: TerminalScript;
  readonly last4: string;
  readonly moved: readonly MovedMoney[];
  /** What to type in the settings of a desk to pair it by hand. */
  readonly pairing: {
    readonly address: string;
    readonly keyIdentifier: string;
    readonly keyVersion: number;
    readonly passphrase: string;
    readonly authorities: string;
  };
}

/** What a person does to it. */
export type TerminalGesture =
  | { readonly do: 'present' | 'decline' | 'cancel' | 'pull-cable' | 'plug-cable' | 'close-batch' }
  | { readonly do: 'reboot'; readonly forgets: boolean }
  | { readonly do: 'choose-card'; readonly last4: string }
  | { readonly do: 'choose-script'; readonly script: TerminalScript };
