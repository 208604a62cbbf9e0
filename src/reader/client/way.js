import { get } from './get.js';
import { pageOf } from './page-of.js';
import { facts } from './words.js';

/** Goes to where in its story an update stands: its own page knows. @param {string} id */
export async function goToUpdate(id) {
  const page = pageOf(await (await get(`${facts.path}/updates/${id}`)).text());
  const way = page.querySelector('.into a')?.getAttribute('href') ?? '';
  // Where it leads here, the update is gone.
  if (way && !way.startsWith(`${location.pathname}${location.search}#`)) location.replace(way);
}
