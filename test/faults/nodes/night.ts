import { performance } from 'node:perf_hooks';
import { pause, type KillableServer } from '../../support/server-process.ts';
import { faultsOf, verifiedBy, whatIsShown } from '../ground.ts';
import { poster, type Poster } from '../poster.ts';
import { openReaders, type Counts, type NightReaders, type Times } from './readers.ts';
import type { ManyNodes } from './newsroom.ts';
import { visitor, type Visitor } from './visitor.ts';

/** Between two posts of one poster, and before a post is sent again, ms. */
const EVERY = 250;
const AGAIN = 50;

/** How long readers may need to have all once a turn is over, ms. */
const CAUGHT_UP_WITHIN = 30_000;

/** What came of a turn. `visits` and `sentAgain` are of those who come through the balancer. */
export type Turn = {
  turn: string;
  seconds: number;
  posts: number;
  /** Why, each time. */
  sentAgain: string[];
  visits: number;
  notPages: string[];
  cameBack: number;
  times: Times;
  across: Times;
};

export type Outcome = {
  nodes: number;
  readers: number;
  turns: Turn[];
  events: number;
  counts: Counts;
  acknowledged: number;
  verify: string;
  faults: string[];
};

/** A night with many nodes under way: readers everywhere, posts and visits through the balancer. */
export type Night = {
  crowd: NightReaders;
  /** Something is done to it; then all readers get what they miss, and what came of it is told. `isQuiet`: nobody may have noticed; `away`: a node that is not there at its end. */
  turn(name: string, act: () => Promise<void>, how?: { isQuiet?: boolean; away?: string }): Promise<void>;
  /** Posts straight to each node, to see how long it takes to the readers of the others. */
  postAt(nodes: KillableServer[], ms: number): Promise<void>;
  fault(words: string): void;
  /** The end of the night: what is there is compared with what was acknowledged and read. */
  end(from?: string): Promise<Outcome>;
};

export function night(site: ManyNodes, readers: number): Night {
  const { balancer, nodes, slug, token, settings } = site;
  const share = Math.floor(readers / (nodes.length + 1));
  const people = openReaders(slug, [
    { url: balancer, readers: readers - share * nodes.length, isNode: false },
    ...nodes.map(({ url }) => ({ url, readers: share, isNode: true })),
  ]);
  const visiting: Visitor = visitor(balancer, slug);
  const posting = (url: string, name: string, node?: string): Poster =>
    poster(url, slug, token, name, {
      every: EVERY,
      again: AGAIN,
      sending: (text) => people.sending(text, node),
    });
  const through = ['one', 'two'].map((name) => posting(balancer, name));
  const posters = [...through];
  const turns: Turn[] = [];
  const faults: string[] = [];
  let straight = 0;

  const sum = (value: (poster: Poster) => number): number =>
    through.reduce((total, each) => total + value(each), 0);
  const now = () => ({
    at: performance.now(),
    posts: sum(({ acknowledged }) => acknowledged.length),
    sentAgain: through.map(({ failures }) => failures.length),
    visits: visiting.visits,
    notPages: visiting.failures.length,
    connections: people.connections,
  });
  return {
    crowd: people,
    async turn(name, act, { isQuiet = false, away } = {}) {
      people.times();
      const before = now();
      await act();
      if (!(await people.have((await whatIsShown(balancer, slug)).seq, CAUGHT_UP_WITHIN, away)))
        faults.push(`${name}: not every reader had all events ${CAUGHT_UP_WITHIN} ms later`);
      const after = now();
      const { all, across } = people.times();
      const turn: Turn = {
        turn: name,
        seconds: Math.round((after.at - before.at) / 100) / 10,
        posts: after.posts - before.posts,
        sentAgain: through.flatMap(({ failures }, at) => failures.slice(before.sentAgain[at])),
        visits: after.visits - before.visits,
        notPages: visiting.failures.slice(before.notPages),
        cameBack: after.connections - before.connections,
        times: all,
        across,
      };
      turns.push(turn);
      console.log(lineOf(turn));
      if (turn.posts === 0) faults.push(`${name}: nothing was posted`);
      if (isQuiet && turn.sentAgain.length > 0)
        faults.push(`${name}: posts failed: ${turn.sentAgain.join(', ')}`);
      if (isQuiet && turn.notPages.length > 0)
        faults.push(`${name}: visits failed: ${turn.notPages.join(', ')}`);
    },
    async postAt(at, ms) {
      straight += 1;
      const each = at.map(({ url }, node) => posting(url, `straight${straight}x${node}`, url));
      posters.push(...each);
      await pause(ms);
      await Promise.all(each.map((one) => one.finish()));
    },
    fault: (words) => void faults.push(words),
    async end(from) {
      await Promise.all(through.map((each) => each.finish()));
      await visiting.stop();
      const found = await whatIsShown(balancer, slug);
      await people.have(found.seq, CAUGHT_UP_WITHIN);
      people.stop();
      const counts = people.counts(found.seq);
      const verified = verifiedBy(settings, from);
      faults.push(...posters.flatMap((each) => each.faults), ...faultsOf(posters, found));
      for (const [what, count] of Object.entries(counts))
        if (count > 0) faults.push(`readers: ${what} ${count}`);
      faults.push(...people.differences);
      if (verified.status !== 0) faults.push(`verify: ${verified.stdout}${verified.stderr}`);
      return {
        nodes: nodes.length,
        readers: people.size,
        turns,
        events: found.seq,
        counts,
        acknowledged: posters.reduce((total, each) => total + each.acknowledged.length, 0),
        verify: verified.stdout.trim(),
        faults,
      };
    },
  };
}

const shown = ({ events, median, p99, most }: Times): string =>
  events === 0 ? '–' : `median ${median} p99 ${p99} most ${most} ms`;

function lineOf({
  turn,
  seconds,
  posts,
  sentAgain,
  visits,
  notPages,
  cameBack,
  times,
  across,
}: Turn): string {
  const parts = [
    `${seconds.toFixed(1).padStart(5)} s  ${turn}`,
    `posts ${posts}, sent again ${sentAgain.length}`,
    `visits ${visits}, failed ${notPages.length}${notPages.length > 0 ? ` (${notPages.slice(0, 3).join(', ')})` : ''}`,
    `readers came back ${cameBack}`,
    `to a reader ${shown(times)}`,
    ...(across.events > 0 ? [`from another node ${shown(across)}`] : []),
  ];
  return parts.join(' · ');
}
