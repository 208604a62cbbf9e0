import { finish, type Finished } from '../../web/serving/finished.ts';
import type { Frame } from '../pages/shell.ts';
import { pagePolicy } from './page-policy.ts';

/** A page, finished; its policy lets in what stands in it. */
export function finishPage(frame: Pick<Frame, 'assets' | 'site'>, page: string): Finished {
  return { ...finish('text/html; charset=utf-8', page), policy: pagePolicy(frame) };
}
