/** Why a request was not answered: `fetch` puts it behind its own words. */
export const reasonOf = (error: unknown): string => (((error as Error).cause ?? error) as Error).message;
