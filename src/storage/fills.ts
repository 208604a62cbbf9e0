import { slugOf } from '../domain/slug.ts';
import { all, run, type Plan, type Sql } from './plan.ts';

/** What a script cannot say in SQL alone, by the script's name: run after it, in its transaction. */
export const fills: Record<string, (db: Sql) => Plan<void>> = {
  '0002-site.sql': sectionSlugs,
};

/** Stories filed under a section before sections had addresses. */
function* sectionSlugs(db: Sql): Plan<void> {
  const named = db.selectFrom('stories').select('section').distinct().where('section', 'is not', null);
  for (const { section } of yield* all(named)) {
    if (section === null) continue;
    yield* run(
      db
        .updateTable('stories')
        .set({ section_slug: slugOf(section) })
        .where('section', '=', section),
    );
  }
}
