import type { CommandName, QueryName, SessionName } from '../../shared/contract/contract.ts';
import type { CommandHandler, LongCommand, QueryHandler, SessionHandler } from './context.ts';

/** Every operation of the contract has its handler here, or the compiler says which is missing. */
export type Handlers = { [N in QueryName]: QueryHandler<N> } & {
  [N in CommandName]: CommandHandler<N> | LongCommand<N>;
} & { [N in SessionName]: SessionHandler<N> };

export const HANDLERS: Handlers = {
  // organisation, staff, ledger
  // client, product
  // till, terminal
  // invoice, item, payment, sale
  // refund, action
};
