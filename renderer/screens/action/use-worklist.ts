import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { ask } from '../../connection/ask.ts';
import { Refused } from '../../connection/refused.ts';
import type { ActionRow } from './action-sentence.ts';

const PAGE = 100;

export type WorklistFilter = Pick<InputOf<'action.list'>, 'kinds' | 'search' | 'claimed'>;

export interface Worklist {
  /** What the first page said of the whole list; undefined before its first answer. */
  readonly head: Omit<OutputOf<'action.list'>, 'actions'> | undefined;
  readonly failure: Failure | null;
  /** The row at a place of the list, or undefined while its page is on the way. */
  readonly rowAt: (index: number) => ActionRow | undefined;
  /** The places on the screen: their pages are read, and only theirs. */
  readonly show: (first: number, last: number) => void;
}

/** The worklist page by page, as far as it is looked at: two thousand rows cost what the screen shows of them. */
export function useWorklist(filter: WorklistFilter): Worklist {
  const [shown, setShown] = useState({ first: 0, last: 0 });
  const pages = useMemo(() => {
    const firstPage = Math.floor(shown.first / PAGE);
    const lastPage = Math.floor(shown.last / PAGE);
    const wanted = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
    return wanted.includes(0) ? wanted : [0, ...wanted];
  }, [shown]);
  const results = useQueries({
    queries: pages.map((page) => {
      const input = { ...filter, offset: page * PAGE, limit: PAGE };
      return {
        queryKey: ['action.list', input],
        queryFn: () => ask('action.list', input),
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      };
    }),
  });
  const [first] = results;
  return {
    head: first?.data,
    failure: first?.error instanceof Refused ? first.error.failure : null,
    rowAt(index) {
      const place = pages.indexOf(Math.floor(index / PAGE));
      return results[place]?.data?.actions[index % PAGE];
    },
    show(firstPlace, lastPlace) {
      if (firstPlace === shown.first && lastPlace === shown.last) return;
      const isSame =
        Math.floor(firstPlace / PAGE) === Math.floor(shown.first / PAGE) &&
        Math.floor(lastPlace / PAGE) === Math.floor(shown.last / PAGE);
      if (!isSame) setShown({ first: firstPlace, last: lastPlace });
    },
  };
}
