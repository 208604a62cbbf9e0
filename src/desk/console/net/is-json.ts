/** Whether it is an answer of the newsroom's. What stands between (a hotel's portal, a proxy) answers by pages of its own. */
export const isJson = ({ headers }: Pick<Response, 'headers'>): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '');
