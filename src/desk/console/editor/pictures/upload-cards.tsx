import { useEffect } from 'react';
import { announce } from '../../kit/announcements.ts';
import { Button } from '../../kit/button.tsx';
import { useListened } from '../../kit/listened.ts';
import { useWords } from '../../words/words.tsx';
import type { Batch, Upload } from './batch.ts';

type Props = { batch: Batch; onRetry(upload: Upload): void; onTakeBack(upload: Upload): void };

/** Pictures on their way: what they show, how far they are, and what can be done about them. */
export function UploadCards({ batch, onRetry, onTakeBack }: Props) {
  const uploads = useListened(batch.uploads);
  return (
    <div className="uploads" contentEditable={false}>
      {uploads.map((upload) => (
        <UploadCard key={upload.id} upload={upload} onRetry={onRetry} onTakeBack={onTakeBack} />
      ))}
    </div>
  );
}

type CardProps = { upload: Upload } & Omit<Props, 'batch'>;

function UploadCard({ upload, onRetry, onTakeBack }: CardProps) {
  const { say } = useWords();
  const { file, preview, share, failure, mayPass, media } = upload;
  useEffect(() => {
    if (failure) announce(failure);
  }, [failure]);
  const percent = Math.round(share * 100);
  const told = media
    ? say('editor.uploaded')
    : share < 1
      ? say('editor.uploading', { percent })
      : say('editor.making');
  return (
    <div className={failure ? 'upload upload-failed' : 'upload'} role="group" aria-label={file.name}>
      <img src={preview} alt="" />
      <div className="upload-told">
        <p className="upload-name">
          <bdi>{file.name}</bdi>
        </p>
        {failure ? (
          <p className="upload-failure">{failure}</p>
        ) : (
          <>
            <progress max={100} value={percent} aria-label={say('editor.uploadOf', { name: file.name })} />
            <p className="upload-share">{told}</p>
          </>
        )}
        <div className="upload-acts">
          {failure && mayPass && (
            <Button small onClick={() => onRetry(upload)}>
              {say('editor.retry')}
            </Button>
          )}
          <Button small kind="quiet" onClick={() => onTakeBack(upload)}>
            {say(failure ? 'editor.removePicture' : 'editor.cancelUpload')}
          </Button>
        </div>
      </div>
    </div>
  );
}
