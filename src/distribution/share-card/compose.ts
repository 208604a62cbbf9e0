import { coverOf, placeBlock, setBlock, type Block, type Room } from './block.ts';
import { CARD, type CardFacts } from './facts.ts';
import { fontFor } from './fonts.ts';
import type { Box, Placed } from './ink.ts';
import { directionOf, paragraphOf } from './shape.ts';
import { spell } from './spelled.ts';

/** Which of the card's words a text is. */
export type Part = 'site' | 'state' | 'kicker' | 'headline' | 'line' | 'time';

/** A text on the card. */
export type Text = { part: Part; glyphs: Placed[]; size: number; cover: Box };

/** A card, its texts placed: what remains is to draw it. */
export type Composed = {
  texts: Text[];
  /** Behind the state's label. */
  badge: Box | null;
  /** Across the card, px from its top. */
  rule: number;
};

const EDGE = 64;
const LEFT = EDGE;
const RIGHT = CARD.width - EDGE;
const WIDTH = RIGHT - LEFT;
const BOLD = 800;
const MEDIUM = 500;

/** What each text has to fit in; a headline's height is what the others leave it. */
const ROOM = {
  site: { width: WIDTH, height: 60, sizes: [42, 36], lines: 1 },
  state: { width: 560, height: 52, sizes: [34, 30], lines: 1 },
  kicker: { height: 56, sizes: [36, 34], lines: 1 },
  headline: { width: WIDTH, sizes: [128, 116, 104, 96, 88, 80, 74, 68, 62, 57, 52, 48, 44], lines: 6 },
  line: { width: WIDTH, height: 110, sizes: [36, 34], lines: 2 },
  time: { width: WIDTH, height: 56, sizes: [36, 32, 28], lines: 1 },
};

/** px from the top: the base line of the site's name, the rule, the badge, where headlines may begin, where all ends. */
const AT = { site: 82, rule: 108, badge: 138, headline: 226, bottom: CARD.height - 44 };
const BADGE = { height: 60, sides: 20 };
const GAP = 24;
/** Between the last two lines, px. */
const BETWEEN = 22;
/** How much of the room that a short headline leaves stands above it. */
const LOWERED = 0.3;
/** A kicker with less room than this is left out, px. */
const NARROW = 160;
/** Height of a capital, in em. */
const CAP = 0.714;

type Blocks = Record<Part, Block | null>;
type Direction = 'ltr' | 'rtl';

/** Places everything a card shows. Texts a font is lacking for are left out; the site's name then is the headline. */
export async function compose(facts: CardFacts): Promise<Composed> {
  const dir = directionOf(facts.headline) ?? facts.dir;
  const blocks = await setBlocks(facts, dir);
  const tops = topsOf(blocks);
  const parts = Object.keys(blocks) as Part[];
  return {
    texts: parts.flatMap((part) => {
      const block = blocks[part];
      const start = part === 'state' ? BADGE.sides : part === 'kicker' ? besideBadge(blocks.state) : 0;
      return block ? (placeText(part, block, { top: tops[part], start, dir }) ?? []) : [];
    }),
    badge: blocks.state && badgeOf(blocks.state, dir),
    rule: AT.rule,
  };
}

async function setBlocks(facts: CardFacts, dir: Direction): Promise<Blocks> {
  const { lang, siteName } = facts;
  const set = async (text: string | null, weight: number, room: Room): Promise<Block | null> => {
    if (text === null) return null;
    const paragraph = paragraphOf(await spell(text, { weight, lang }), { lang, dir });
    return setBlock(paragraph, room, await fontFor('…', { weight, lang, cjk: false }));
  };
  const state = await set(upper(facts.state.label, lang), BOLD, ROOM.state);
  const beside = WIDTH - besideBadge(state);
  const time = await set(facts.time, MEDIUM, ROOM.time);
  const line = await set(facts.line, MEDIUM, ROOM.line);
  const room = { ...ROOM.headline, height: lineTop({ line, time }) - GAP - AT.headline };
  return {
    site: await set(siteName, BOLD, ROOM.site),
    state,
    kicker: beside < NARROW ? null : await set(facts.kicker, MEDIUM, { ...ROOM.kicker, width: beside }),
    headline: (await set(facts.headline, BOLD, room)) ?? (await set(siteName, BOLD, room)),
    line,
    time,
  };
}

/** Where each text begins, px from the top. */
function topsOf(blocks: Blocks): Record<Part, number> {
  const { site, state, kicker, headline } = blocks;
  const line = lineTop(blocks);
  const left = line - GAP - AT.headline - (headline?.height ?? 0);
  return {
    site: AT.site - (site?.above ?? 0),
    state: centredInBadge(state),
    kicker: centredInBadge(kicker),
    headline: AT.headline + left * LOWERED,
    line,
    time: timeTop(blocks),
  };
}

const timeTop = ({ time }: Pick<Blocks, 'time'>): number => AT.bottom - (time?.height ?? 0);

const lineTop = (blocks: Pick<Blocks, 'line' | 'time'>): number =>
  timeTop(blocks) - (blocks.line ? blocks.line.height + BETWEEN : 0);

/** Capitals, not what hangs over or under them, stand in the middle of the badge. */
function centredInBadge(block: Block | null): number {
  const { above = 0, size = 0 } = block ?? {};
  return AT.badge + (BADGE.height + CAP * size) / 2 - above;
}

function badgeOf(state: Block, dir: Direction): Box {
  const width = state.width + 2 * BADGE.sides;
  const sides = dir === 'rtl' ? { left: RIGHT - width, right: RIGHT } : { left: LEFT, right: LEFT + width };
  return { ...sides, top: AT.badge, bottom: AT.badge + BADGE.height };
}

const besideBadge = (state: Block | null): number => (state ? state.width + 2 * BADGE.sides + GAP : 0);

type Place = { top: number; start: number; dir: Direction };

/** Every text begins on the side the card is read from, whichever way its own words run. */
function placeText(part: Part, block: Block, { top, start, dir }: Place): Text | null {
  const sides = dir === 'rtl' ? { left: LEFT, right: RIGHT - start } : { left: LEFT + start, right: RIGHT };
  const glyphs = placeBlock(block, { ...sides, top, side: dir });
  const cover = coverOf(glyphs, block.size);
  return cover && { part, glyphs, size: block.size, cover };
}

/** Capitals, as the language writes them. */
function upper(label: string, lang: string): string {
  try {
    return label.toLocaleUpperCase(lang);
  } catch {
    return label.toUpperCase();
  }
}
