import { queryOptions } from '@tanstack/react-query';
import type { PersonWire } from '../../shared/wire.ts';
import { ask } from './api.ts';
import { keys } from './keys.ts';

/** Everybody of the newsroom, those who were shut out too: for `useQuery` and `queryClient.fetchQuery`. */
export const peopleQuery = queryOptions({
  queryKey: keys.people,
  queryFn: ({ signal }) => ask<{ items: PersonWire[] }>('GET /people', { signal }),
});
