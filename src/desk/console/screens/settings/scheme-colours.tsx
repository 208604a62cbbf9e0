import { useId } from 'react';
import { paletteOf, type Faint, type Scheme, type SchemeName } from '../../../../domain/colours.ts';
import { contrast } from '../../../../domain/contrast.ts';
import { useWords } from '../../words/words.tsx';

/** The colours of one scheme, each beside its contrast, and a sample of a page in them. */
export function SchemeColours({
  name,
  scheme,
  grounds,
  faint,
  onChange,
}: {
  name: SchemeName;
  scheme: Scheme;
  grounds: { ink: string; paper: string };
  faint: readonly Faint[];
  onChange: (scheme: Scheme) => void;
}) {
  const { say } = useWords();
  const paper = scheme.paper ?? grounds.paper;
  const colour = (key: keyof Scheme) => (
    <Colour
      key={key}
      label={say(`settings.colour.${key}`)}
      value={scheme[key] ?? grounds[key === 'paper' ? 'paper' : 'ink']}
      measured={key === 'paper' ? null : contrast(scheme[key] ?? grounds.ink, paper)}
      faint={faint.find((one) => one.colour === key) ?? null}
      onPick={(value) => onChange({ ...scheme, [key]: value })}
    />
  );
  return (
    <section className="scheme" aria-label={say(`frame.theme.${name}`)}>
      <h3>{say(`frame.theme.${name}`)}</h3>
      <Sample name={name} scheme={scheme} />
      {(['accent', 'live', 'ink', 'paper'] as const).map(colour)}
    </section>
  );
}

/** Rounded down: 4.49 is not shown as the 4.5 it lacks. */
const rounded = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

function Colour({
  label,
  value,
  measured,
  faint,
  onPick,
}: {
  label: string;
  value: string;
  measured: number | null;
  faint: Faint | null;
  onPick: (value: string) => void;
}) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="colour">
      <label htmlFor={id}>
        {label}
        <span id={`${id}ratio`} className={faint ? 'colour-ratio colour-faint' : 'colour-ratio'}>
          {' '}
          {faint
            ? say('settings.colour.faint', { measured: rounded(faint.measured), needed: faint.needed })
            : measured !== null && say('settings.colour.ratio', { measured: rounded(measured) })}
        </span>
      </label>
      <input
        id={id}
        type="color"
        aria-describedby={`${id}ratio`}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
    </div>
  );
}

/** A page in small, in these colours: by SVG's own attributes, since the policy takes no styles. */
function Sample({ name, scheme }: { name: SchemeName; scheme: Scheme }) {
  const { ink, paper, soft, rule, link, fill, onFill } = paletteOf(name, scheme);
  return (
    <svg className="scheme-sample" viewBox="0 0 240 96" aria-hidden="true">
      <rect width="240" height="96" fill={paper} />
      <rect x="12" y="12" width="34" height="14" rx="3" fill={fill} />
      <rect x="18" y="17" width="22" height="4" rx="2" fill={onFill} />
      <rect x="12" y="34" width="170" height="8" rx="2" fill={ink} />
      <rect x="12" y="48" width="120" height="8" rx="2" fill={ink} />
      <rect x="12" y="64" width="90" height="4" rx="2" fill={soft} />
      <rect x="110" y="64" width="44" height="4" rx="2" fill={link} />
      <rect x="12" y="76" width="216" height="1" fill={rule} />
      <rect x="12" y="84" width="60" height="4" rx="2" fill={link} />
    </svg>
  );
}
