import { benchBurst } from './burst.ts';
import { benchCommit } from './commit.ts';
import { benchFanout } from './fanout.ts';
import type { Figure, Scale } from './figures.ts';
import { benchGhost } from './ghost.ts';
import { benchGrowth } from './growth.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchPages } from './pages.ts';
import { benchPublish } from './publish.ts';
import { benchServed } from './served.ts';
import { benchStorm } from './storm.ts';
import { benchStreams } from './streams.ts';
import { benchWire } from './wire.ts';

/** `usual`: what its goals are about; smaller runs are for trying. */
type Bench = { run(scale: Scale): Promise<Figure[]>; usual: Scale };

export const BENCHES: Record<string, Bench> = {
  commit: { run: benchCommit, usual: { readers: 0, rounds: 10 } },
  pages: { run: benchPages, usual: { readers: 1, rounds: 15 } },
  served: { run: benchServed, usual: { readers: 64, rounds: 5 } },
  ghost: { run: benchGhost, usual: { readers: 64, rounds: 3 } },
  streams: { run: benchStreams, usual: { readers: 5000, rounds: 1 } },
  wire: { run: benchWire, usual: { readers: 8, rounds: 1 } },
  fanout: { run: benchFanout, usual: { readers: 10_000, rounds: 3 } },
  burst: { run: benchBurst, usual: { readers: 10_000, rounds: 3 } },
  storm: { run: benchStorm, usual: { readers: 10_000, rounds: 3 } },
  growth: { run: benchGrowth, usual: { readers: 0, rounds: 11 } },
  keystroke: { run: benchKeystroke, usual: { readers: 1000, rounds: 1 } },
  publish: { run: benchPublish, usual: { readers: 10_000, rounds: 3 } },
};
