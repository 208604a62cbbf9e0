import account from '../../../render/languages/desk/en/account.json' with { type: 'json' };
import editor from '../../../render/languages/desk/en/editor.json' with { type: 'json' };
import errors from '../../../render/languages/desk/en/errors.json' with { type: 'json' };
import faults from '../../../render/languages/desk/en/faults.json' with { type: 'json' };
import frame from '../../../render/languages/desk/en/frame.json' with { type: 'json' };
import kit from '../../../render/languages/desk/en/kit.json' with { type: 'json' };
import marks from '../../../render/languages/desk/en/marks.json' with { type: 'json' };
import people from '../../../render/languages/desk/en/people.json' with { type: 'json' };
import queue from '../../../render/languages/desk/en/queue.json' with { type: 'json' };
import records from '../../../render/languages/desk/en/records.json' with { type: 'json' };
import settings from '../../../render/languages/desk/en/settings.json' with { type: 'json' };
import signIn from '../../../render/languages/desk/en/sign-in.json' with { type: 'json' };
import stories from '../../../render/languages/desk/en/stories.json' with { type: 'json' };
import composer from '../../../render/languages/desk/en/composer.json' with { type: 'json' };
import story from '../../../render/languages/desk/en/story.json' with { type: 'json' };
import talk from '../../../render/languages/desk/en/talk.json' with { type: 'json' };
import top from '../../../render/languages/desk/en/top.json' with { type: 'json' };
import welcome from '../../../render/languages/desk/en/welcome.json' with { type: 'json' };

/**
 * Every sentence of the console in English, by its name: what the others are made from and what stands in for one that is
 * missing. An area has a file of its own; a new one gets its two lines here.
 */
export const english = {
  ...account,
  ...editor,
  ...errors,
  ...faults,
  ...frame,
  ...kit,
  ...marks,
  ...people,
  ...queue,
  ...records,
  ...settings,
  ...signIn,
  ...stories,
  ...composer,
  ...story,
  ...talk,
  ...top,
  ...welcome,
};

/** The name of a sentence. */
export type Sentence = keyof typeof english;
