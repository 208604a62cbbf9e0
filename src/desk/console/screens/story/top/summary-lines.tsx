import { useCallback, useRef, useSyncExternalStore, type DragEvent } from 'react';
import * as Y from 'yjs';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { Select } from '../../../kit/select.tsx';
import { useWords } from '../../../words/words.tsx';
import { newSummaryLine, partsOf } from '../../../../shared/draft-doc.ts';
import type { UpdateWire } from '../../../../shared/wire.ts';
import { MarkedText } from '../compose/marked-text.tsx';
import { faultOf, type Refused } from '../net/refused.ts';
import type { Marks } from '../net/use-marks.ts';
import { DRAGGED_UPDATE } from '../stream/dragged-update.ts';
import { useStoryDesk } from '../story-desk.ts';

type Props = { doc: Y.Doc; marks: Marks; disabled: boolean; refused: Refused | null };

/** "The story so far": each line with the update it rests on. One whose update was retracted blocks the top until it is rewritten. */
export function SummaryLines({ doc, marks, disabled, refused }: Props) {
  const { say } = useWords();
  const summary = partsOf(doc).summary;
  const lines = useLines(summary);
  const list = useRef<HTMLOListElement>(null);
  const add = (): void => {
    summary.push([newSummaryLine({ text: '', updateId: null })]);
    requestAnimationFrame(() => [...(list.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus());
  };
  return (
    <section className="so-far" aria-labelledby="so-far-heading">
      <h3 id="so-far-heading" className="top-label">
        {say('top.soFar')}
      </h3>
      <ol ref={list}>
        {lines.map((line, at) => (
          <Line
            // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own; their words are Yjs's
            key={at}
            at={at}
            line={line}
            marks={marks}
            last={at === lines.length - 1}
            summary={summary}
            disabled={disabled}
            fault={faultOf(refused, `summary/${at}`)}
            onDone={add}
          />
        ))}
      </ol>
      <Button small kind="quiet" icon="plus" disabled={disabled} onClick={add}>
        {say('top.addLine')}
      </Button>
    </section>
  );
}

type LineProps = {
  at: number;
  line: Y.Map<unknown>;
  marks: Marks;
  last: boolean;
  summary: Y.Array<Y.Map<unknown>>;
  disabled: boolean;
  fault: string | null;
  onDone: () => void;
};

function Line({ at, line, marks, last, summary, disabled, fault, onDone }: LineProps) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const text = line.get('text');
  const updateId = (line.get('updateId') as string | null) ?? '';
  const update = story.updates.find(({ id }) => id === updateId);
  const orphan = update?.status === 'retracted';
  const bind = (id: string): void => void line.set('updateId', id === '' ? null : id);
  const drop = (event: DragEvent): void => {
    const id = event.dataTransfer.getData(DRAGGED_UPDATE);
    if (id === '') return;
    event.preventDefault();
    bind(id);
  };
  return (
    <li
      className={orphan ? 'summary-line summary-orphan' : 'summary-line'}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED_UPDATE)) event.preventDefault();
      }}
      onDrop={drop}
    >
      {text instanceof Y.Text && (
        <MarkedText
          field={`summary/${at}`}
          marks={marks}
          {...(orphan && { but: 'orphan' })}
          text={text}
          label={say('top.line', { n: at + 1 })}
          placeholder={say('top.linePlaceholder')}
          readOnly={disabled}
          invalid={orphan || fault !== null}
          onDone={onDone}
        />
      )}
      <div className="summary-tools">
        <Select
          bare
          label={say('top.restsOn', { n: at + 1 })}
          value={updateId}
          options={useOptions(updateId)}
          disabled={disabled}
          onPick={bind}
        />
        <IconButton
          small
          icon="chevron-up"
          label={say('top.lineUp', { n: at + 1 })}
          disabled={disabled || at === 0}
          onClick={() => move(summary, at, at - 1)}
        />
        <IconButton
          small
          icon="chevron-down"
          label={say('top.lineDown', { n: at + 1 })}
          disabled={disabled || last}
          onClick={() => move(summary, at, at + 1)}
        />
        <IconButton
          small
          icon="close"
          label={say('top.lineRemove', { n: at + 1 })}
          disabled={disabled}
          onClick={() => summary.delete(at, 1)}
        />
      </div>
      {(orphan || fault !== null) && (
        <Banner kind="bad">{fault ?? say('top.orphan', { reason: update?.retractionReason ?? '' })}</Banner>
      )}
    </li>
  );
}

/** The updates a line can rest on, newest first; none that was retracted, but for the one it rests on now. */
function useOptions(current: string) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  const wordsOf = (update: UpdateWire): string => `${told.stamp(update.at)} · ${nameOf(update)}`;
  const known = story.updates.some(({ id }) => id === current);
  return [
    { value: '', label: say('top.restsOnNone') },
    ...(known || current === '' ? [] : [{ value: current, label: say('top.restsOnOlder') }]),
    ...story.updates
      .filter(({ id, status }) => status === 'published' || id === current)
      .map((update) => ({ value: update.id, label: wordsOf(update) })),
  ];
}

const nameOf = ({ title, html }: UpdateWire): string =>
  title ??
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60);

/** A Yjs type cannot be put in twice: the line is made anew at its other place. */
function move(summary: Y.Array<Y.Map<unknown>>, from: number, to: number): void {
  const line = summary.get(from);
  const text = line.get('text');
  const updateId = (line.get('updateId') as string | null) ?? null;
  summary.doc?.transact(() => {
    summary.delete(from, 1);
    summary.insert(to, [newSummaryLine({ text: text instanceof Y.Text ? text.toJSON() : '', updateId })]);
  });
}

/** The lines as they stand; anew whenever one comes, goes or is bound to another update. */
function useLines(summary: Y.Array<Y.Map<unknown>>): Y.Map<unknown>[] {
  const counted = useRef(0);
  const subscribe = useCallback(
    (changed: () => void) => {
      const hear = (): void => {
        counted.current += 1;
        changed();
      };
      summary.observeDeep(hear);
      return () => summary.unobserveDeep(hear);
    },
    [summary],
  );
  useSyncExternalStore(subscribe, () => counted.current);
  return summary.toArray();
}
