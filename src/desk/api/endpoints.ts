import type { DeskEndpoint } from './endpoint.ts';

/** Every endpoint of the desk; each is registered by its line in `rights.ts`. */
export const deskEndpoints: DeskEndpoint[] = [];
