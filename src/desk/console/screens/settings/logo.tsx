import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MediaWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Progress } from '../../kit/progress.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { upload } from '../../net/upload.ts';
import { useWords } from '../../words/words.tsx';
import { useAct } from '../house/use-act.ts';

const TAKEN = 'image/png,image/webp,image/jpeg,image/avif,image/gif';

/** The newsroom's mark before its name: taken in here, shown on both pages it will stand on, and put there with the other settings. */
export function Logo({
  id,
  name,
  error,
  onPick,
}: {
  id: string | null;
  /** Of the site. */
  name: string;
  error: string | null;
  onPick: (id: string | null) => void;
}) {
  const { say } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(0);
  const take = useAct(async (picked: File) => {
    setDone(0);
    const form = new FormData();
    form.set('alt', say('settings.logo.alt.first', { name }));
    form.set('file', picked);
    const media = await upload<MediaWire>('POST /media', { form, onProgress: setDone });
    queryClient.setQueryData(keys.mediaOne(media.id), media);
    onPick(media.id);
  });
  return (
    <>
      {id !== null && <Preview key={id} id={id} name={name} />}
      {take.busy && <Progress label={say('settings.logo.taking')} done={done} />}
      {take.problem !== null && <ErrorView problem={take.problem} />}
      {error !== null && <p className="field-error">{error}</p>}
      <div className="panel-foot">
        <input
          ref={file}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={say('settings.logo')}
          accept={TAKEN}
          onChange={({ currentTarget }) => {
            const [picked] = currentTarget.files ?? [];
            if (picked) void take.run(picked);
            currentTarget.value = '';
          }}
        />
        <Button icon="upload" busy={take.busy} onClick={() => file.current?.click()}>
          {say(id === null ? 'settings.logo.choose' : 'settings.logo.change')}
        </Button>
        {id !== null && (
          <Button kind="quiet" onClick={() => onPick(null)}>
            {say('settings.logo.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Preview({ id, name }: { id: string; name: string }) {
  const { say } = useWords();
  const media = useQuery({
    queryKey: keys.mediaOne(id),
    queryFn: ({ signal }) => ask<MediaWire>('GET /media/:mediaId', { params: { mediaId: id }, signal }),
  });
  if (media.error) return <ErrorView problem={media.error} onRetry={() => void media.refetch()} />;
  // As on readers’ pages: what shows through in WebP shows through.
  const picture =
    media.data?.renditions.find(({ type }) => type === 'image/webp') ?? media.data?.renditions[0];
  if (!media.data || !picture) return null;
  const { url, width, height } = picture;
  return (
    <div className="form">
      <div className="logos" role="img" aria-label={say('settings.logo.preview')}>
        {(['light', 'dark'] as const).map((scheme) => (
          <span key={scheme} className={`logo-on logo-on-${scheme}`}>
            <img src={url} width={width} height={height} alt="" />
            {name}
          </span>
        ))}
      </div>
      <Alt key={media.data.version} media={media.data} />
    </div>
  );
}

/** Kept with the picture when one leaves the field. */
function Alt({ media }: { media: MediaWire }) {
  const { say } = useWords();
  const [alt, setAlt] = useState(media.alt ?? '');
  const keep = useAct(async (words: string) => {
    const body = { alt: words };
    const kept = await ask<MediaWire>('PATCH /media/:mediaId', { params: { mediaId: media.id }, body });
    queryClient.setQueryData(keys.mediaOne(media.id), kept);
  });
  useEffect(() => setAlt(media.alt ?? ''), [media.alt]);
  return (
    <TextField
      label={say('settings.logo.alt')}
      hint={say('settings.logo.alt.hint')}
      value={alt}
      onText={setAlt}
      error={keep.errorAt('/alt') ?? (keep.problem === null ? null : say('settings.logo.alt.not'))}
      maxLength={500}
      onBlur={() => void (alt.trim() !== '' && alt.trim() !== media.alt && keep.run(alt.trim()))}
    />
  );
}
