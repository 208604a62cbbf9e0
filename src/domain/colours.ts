import { contrast, legible, mix, type Colour } from './contrast.ts';

/** What a newsroom chooses for one scheme; ink and paper are ours where it chooses none. */
export type Scheme = { accent: Colour; live: Colour; ink: Colour | null; paper: Colour | null };
export type SchemeName = 'light' | 'dark';
export type Colours = Record<SchemeName, Scheme>;

/** Every colour of a page in one scheme. `fill` lies behind `onFill`; `live` is its colour as text. */
export type Palette = Record<
  'ink' | 'soft' | 'paper' | 'tint' | 'rule' | 'link' | 'live' | 'fill' | 'onFill',
  Colour
>;

/** The ink and paper of the style sheet. */
export const OWN: Record<SchemeName, { ink: Colour; paper: Colour }> = {
  light: { ink: '#16191d', paper: '#ffffff' },
  dark: { ink: '#ebebe8', paper: '#121417' },
};

/** Least contrast of text with what lies behind it, and of badges and large type (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT_CONTRAST = 4.5;
export const BADGE_CONTRAST = 3;

/** The whole palette that a scheme makes: what was not chosen is mixed so that it stays legible. */
export function paletteOf(name: SchemeName, scheme: Scheme): Palette {
  const { ink, paper, tint } = grounds(name, scheme);
  return {
    ink,
    paper,
    tint,
    soft: legible(mix(ink, paper, 0.3), ink, [paper, tint], TEXT_CONTRAST),
    rule: mix(paper, ink, 0.16),
    link: scheme.accent,
    live: legible(scheme.live, ink, [paper, tint], TEXT_CONTRAST),
    fill: scheme.live,
    onFill: contrast(scheme.live, '#ffffff') >= contrast(scheme.live, '#000000') ? '#ffffff' : '#000000',
  };
}

/** A colour that cannot be told from its ground well enough. `needed` and `measured` are ratios. */
export type Faint = { scheme: SchemeName; colour: keyof Scheme; measured: number; needed: number };

/** Which of the chosen colours are too faint: on the paper and on its tint, whichever is worse. */
export function faintColours(colours: Colours): Faint[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const chosen = colours[scheme];
    const { ink, paper, tint } = grounds(scheme, chosen);
    const measure = (colour: Colour): number => Math.min(contrast(colour, paper), contrast(colour, tint));
    const found: Faint[] = [
      {
        scheme,
        colour: chosen.ink === null ? 'paper' : 'ink',
        measured: measure(ink),
        needed: TEXT_CONTRAST,
      },
      { scheme, colour: 'accent', measured: measure(chosen.accent), needed: TEXT_CONTRAST },
      { scheme, colour: 'live', measured: measure(chosen.live), needed: BADGE_CONTRAST },
    ];
    return found.filter(({ measured, needed }) => measured < needed);
  });
}

function grounds(name: SchemeName, scheme: Scheme): { ink: Colour; paper: Colour; tint: Colour } {
  const ink = scheme.ink ?? OWN[name].ink;
  const paper = scheme.paper ?? OWN[name].paper;
  return { ink, paper, tint: mix(paper, ink, 0.05) };
}
