import { useRef, type DragEvent } from 'react';
import type * as Y from 'yjs';
import type { Photo } from '../../../../../domain/media.ts';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { useListened } from '../../../kit/listened.ts';
import { Progress } from '../../../kit/progress.tsx';
import { TextArea } from '../../../kit/text-area.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { noteUnplaced } from '../compose/unplaced.ts';
import { useHold } from '../compose/use-hold.ts';
import { useChosen } from '../compose/use-draft-fields.ts';
import { faultOf, type Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { photoOnItsWay, sendPhoto } from './photo-on-its-way.ts';
import { PhotoView } from './photo-view.tsx';

type Props = { draftId: string; doc: Y.Doc; disabled: boolean; refused: Refused | null };

/** The lead photo: dropped or chosen; credit and caption as its file says, the description by whoever sees it. */
export function PhotoField({ draftId, doc, disabled, refused }: Props) {
  const { say } = useWords();
  const { gate } = useStoryDesk();
  const [photo, setPhoto] = useChosen(doc, 'photo');
  const way = useListened(photoOnItsWay(doc));
  const [underWay, failed] = way === null || way.fault === null ? [way, null] : [null, way];
  const chooser = useRef<HTMLInputElement>(null);
  const hold = useHold(draftId);

  const take = (file: File | undefined): void => {
    if (!file || disabled) return;
    void sendPhoto(doc, file, gate, (pictures) => noteUnplaced(draftId, 'photo', pictures, hold));
  };
  const drop = (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className="photo-field"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={drop}
    >
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {photo === null ? (
        <button
          type="button"
          className="photo-empty"
          disabled={disabled || underWay !== null}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="image" large />
          <span>{say('top.addPhoto')}</span>
        </button>
      ) : (
        <Chosen
          photo={photo}
          setPhoto={setPhoto}
          disabled={disabled}
          refused={refused}
          onChange={() => chooser.current?.click()}
        />
      )}
      {underWay && <Progress label={say('top.photoComing')} done={underWay.progress} />}
      {failed && (
        <Banner
          kind="bad"
          action={
            <Button small icon="sync" onClick={() => take(failed.file)}>
              {say('kit.tryAgain')}
            </Button>
          }
        >
          {failed.fault}
        </Banner>
      )}
    </div>
  );
}

type ChosenProps = {
  photo: Photo;
  setPhoto: (photo: Photo | null) => void;
  disabled: boolean;
  refused: Refused | null;
  onChange: () => void;
};

function Chosen({ photo, setPhoto, disabled, refused, onChange }: ChosenProps) {
  const { say } = useWords();
  const set = (part: 'alt' | 'caption' | 'credit') => (text: string) =>
    setPhoto({ ...photo, [part]: text === '' ? null : text });
  return (
    <>
      <PhotoView photo={photo} />
      <div className="photo-words">
        <TextArea
          className="photo-alt"
          label={say('top.photoAlt')}
          hint={say('top.photoAltHint')}
          value={photo.alt ?? ''}
          readOnly={disabled}
          error={faultOf(refused, 'photo')}
          onText={set('alt')}
        />
        <TextArea
          label={say('top.photoCaption')}
          value={photo.caption ?? ''}
          readOnly={disabled}
          onText={set('caption')}
        />
        <TextField
          label={say('top.photoCredit')}
          value={photo.credit ?? ''}
          readOnly={disabled}
          onText={set('credit')}
        />
      </div>
      <div className="photo-tools">
        <Button small kind="quiet" icon="image" disabled={disabled} onClick={onChange}>
          {say('top.otherPhoto')}
        </Button>
        <Button small kind="quiet" icon="close" disabled={disabled} onClick={() => setPhoto(null)}>
          {say('top.removePhoto')}
        </Button>
      </div>
    </>
  );
}
