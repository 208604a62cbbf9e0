import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../kit/announcements.ts';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { serverInstant } from '../../../kit/now.ts';
import { useToasts } from '../../../kit/toast-store.ts';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import { documentText } from '../../../../../render/document-text.ts';
import type { AcceptanceWire, PastedUpdate, PasteWire } from '../../../../shared/wire.ts';
import { newId } from '../../../../../domain/id.ts';
import { PastedTop } from './pasted-top.tsx';
import { useStoryDesk } from '../story-desk.ts';

type Props = { read: PasteWire; onBack: () => void; onClose: () => void };

/** What was read in a paste: taken one by one or all, with what was left out. */
export function Pasted({ read, onBack, onClose }: Props) {
  const speech = useWords();
  const { say } = speech;
  const { story, told, mine } = useStoryDesk();
  const queries = useQueryClient();
  const toasts = useToasts();
  // Ids are chosen once: a second press of the same button takes nothing twice.
  const [items] = useState(() => read.updates.map((update) => ({ ...update, id: newId(serverInstant()) })));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const takeTop = useRef<(() => void) | null>(null);
  const found = say(`story.paste.${read.kind}`, { n: items.length });
  const head = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone: one goes on at what came of it.
  useEffect(() => {
    head.current?.focus();
    announce(found);
  }, []);
  const left = items.filter(({ id }) => !taken.has(id));

  const take = async (some: typeof items): Promise<void> => {
    for (const { id } of some) mine(id);
    try {
      await ask<AcceptanceWire>('POST /stories/:storyId/pastes/acceptance', {
        params: { storyId: story.id },
        body: { items: some.map(({ id, at, title, body, author }) => ({ id, at, title, body, author })) },
      });
      setTaken((before) => new Set([...before, ...some.map(({ id }) => id)]));
      toasts.show(say('story.paste.taken', { n: some.length }));
      await queries.invalidateQueries({ queryKey: keys.story(story.id) });
      if (some.length === left.length) onClose();
    } catch (error) {
      toasts.show(problemLine(speech, error), { kind: 'problem' });
    }
  };
  return (
    <div className="pasted">
      <header className="pasted-head">
        <p ref={head} tabIndex={-1}>
          {found}
        </p>
        <Button small kind="quiet" icon="back" onClick={onBack}>
          {say('story.paste.back')}
        </Button>
        <Button
          kind="primary"
          disabled={left.length === 0}
          onClick={() => {
            takeTop.current?.();
            void take(left);
          }}
        >
          {say('story.paste.takeAll', { n: left.length })}
        </Button>
      </header>
      {read.warnings.map((warning) => (
        <Banner key={warning} kind="warn">
          {warning}
        </Banner>
      ))}
      {read.top !== null && <PastedTop top={read.top} takeTop={takeTop} />}
      <ol className="history">
        {items.map((item) => (
          <li key={item.id} className="pasted-line">
            <p className="history-head">
              {item.at === null ? (
                <strong>{say('story.paste.noTime')}</strong>
              ) : (
                <>
                  <time dateTime={item.at}>{told.full(item.at)}</time>
                  {told.place(item.at) !== null && <span>{told.place(item.at)}</span>}
                </>
              )}
              {item.author && <span>{item.author}</span>}
            </p>
            <Words item={item} lang={story.lang} />
            <Button
              small
              disabled={taken.has(item.id)}
              icon={taken.has(item.id) ? 'check' : 'plus'}
              onClick={() => void take([item])}
            >
              {say(taken.has(item.id) ? 'story.paste.isTaken' : 'story.paste.take')}
            </Button>
          </li>
        ))}
      </ol>
      {read.dropped.length > 0 && (
        <details>
          <summary>{say('story.paste.dropped', { n: read.dropped.length })}</summary>
          <ul className="plain-list">
            {read.dropped.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same line may be dropped twice
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Words({ item, lang }: { item: PastedUpdate; lang: string }) {
  return (
    <div className="quoted" lang={lang} dir="auto">
      {item.title && <p className="history-headline">{item.title}</p>}
      <p className="pasted-text">{documentText(item.body)}</p>
    </div>
  );
}
