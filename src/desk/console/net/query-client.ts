import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** What the console knows of the server. It is told what has changed (`live.ts`), so it asks little by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // A phone in a tunnel says so by a problem the screens show, not by waiting.
      networkMode: 'always',
      retry: (times, error) => times < 2 && error instanceof Problem && error.mayPass,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
