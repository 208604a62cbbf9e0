import { useState } from 'react';
import { TextField } from '../../../kit/text-field.tsx';
import { faultWordsAt } from '../../../net/fault-words.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { Problem } from '../../../net/problem.ts';
import { useWords } from '../../../words/words.tsx';
import { storyCalls } from '../net/story-calls.ts';
import { useActing } from '../net/use-acting.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';

/** Another address for the story; the one it has leads on to it for ever. */
export function AddressDialog({ onClose }: { onClose: () => void }) {
  const speech = useWords();
  const { say } = speech;
  const { story } = useStoryDesk();
  const acting = useActing();
  const [slug, setSlug] = useState(story.slug ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const base = (story.url ?? '').slice(0, -(story.slug ?? '').length);
  const change = async (): Promise<boolean> => {
    if (slug === story.slug) return true;
    try {
      await acting(
        () => storyCalls.slug(story.id, { slug: slug.trim(), version: story.version }),
        say('story.address.done'),
      );
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.type !== 'slug-taken' && error.type !== 'invalid') throw error;
      setFault(faultWordsAt(speech, error, '/slug') ?? problemLine(speech, error));
      return false;
    }
  };
  return (
    <AskDialog
      size="small"
      title={say('story.address.heading')}
      act={say('story.address.act')}
      onAct={change}
      onClose={onClose}
    >
      <p>{say('story.address.says')}</p>
      <TextField
        label={say('story.address.slug')}
        hint={`${base}${slug}`}
        value={slug}
        onText={setSlug}
        error={fault}
        data-first
        spellCheck={false}
        autoCapitalize="none"
        required
      />
    </AskDialog>
  );
}
