import { describe } from 'node:test';
import { commitsContract } from './contract/commits.ts';
import { deskStoriesContract } from './contract/desk-stories.ts';
import { deskTalkContract } from './contract/desk-talk.ts';
import { discardedContract } from './contract/discarded.ts';
import { draftsContract } from './contract/drafts.ts';
import { findContract } from './contract/find.ts';
import { logContract } from './contract/log.ts';
import { mediaContract } from './contract/media.ts';
import { heldMediaContract } from './contract/held-media.ts';
import type { Open } from './contract/opened.ts';
import { peopleContract } from './contract/people.ts';
import { readingsContract } from './contract/readings.ts';
import { siteContract } from './contract/site.ts';
import { snapshotContract } from './contract/snapshot.ts';
import { storesContract } from './contract/stores.ts';
import { textContract } from './contract/text.ts';
import { translationsContract } from './contract/translations.ts';
import { wakesContract } from './contract/wakes.ts';
import { writersContract } from './contract/writers.ts';

/** What every engine promises. Each runs the whole of it; where they differ, one of them is wrong. */
export function storageContract(name: string, open: Open): void {
  describe(name, () => {
    describe('the log', () => logContract(open));
    describe('commits', () => commitsContract(open));
    describe('many writers', () => writersContract(open));
    describe('words', () => textContract(open));
    describe('readings', () => readingsContract(open));
    describe('the story at a moment', () => snapshotContract(open));
    describe('the site', () => siteContract(open));
    describe('translations', () => translationsContract(open));
    describe('what is found', () => findContract(open));
    describe('pictures', () => mediaContract(open));
    describe('pictures of the desk', () => heldMediaContract(open));
    describe('drafts', () => draftsContract(open));
    describe('the trash', () => discardedContract(open));
    describe('wakes', () => wakesContract(open));
    describe('what the desk lists', () => deskStoriesContract(open));
    describe('what is said at the desk', () => deskTalkContract(open));
    describe('people and how they sign in', () => peopleContract(open));
    describe('the narrow stores', () => storesContract(open));
  });
}
