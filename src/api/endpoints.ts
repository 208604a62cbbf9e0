import { changeSiteEndpoint } from './endpoints/change-site.ts';
import { changeMediaEndpoint } from './endpoints/change-media.ts';
import { changeStoryEndpoint } from './endpoints/change-story.ts';
import { correctStoryEndpoint } from './endpoints/correct-story.ts';
import { correctUpdateEndpoint } from './endpoints/correct-update.ts';
import { editUpdateEndpoint } from './endpoints/edit-update.ts';
import { listPagesEndpoint } from './endpoints/list-pages.ts';
import { listMediaEndpoint } from './endpoints/list-media.ts';
import { listStoriesEndpoint } from './endpoints/list-stories.ts';
import { listUpdatesEndpoint } from './endpoints/list-updates.ts';
import { openStoryEndpoint } from './endpoints/open-story.ts';
import { pinUpdateEndpoint } from './endpoints/pin-update.ts';
import { postUpdateEndpoint } from './endpoints/post-update.ts';
import { putPageEndpoint } from './endpoints/put-page.ts';
import { readAuthorEndpoint } from './endpoints/read-author.ts';
import { readClockEndpoint } from './endpoints/read-clock.ts';
import { readPageEndpoint } from './endpoints/read-page.ts';
import { readSiteEndpoint } from './endpoints/read-site.ts';
import { readMediaEndpoint } from './endpoints/read-media.ts';
import { readStoryEndpoint } from './endpoints/read-story.ts';
import { readUpdateEndpoint } from './endpoints/read-update.ts';
import { recordAuthorEndpoint } from './endpoints/record-author.ts';
import { removePageEndpoint } from './endpoints/remove-page.ts';
import { retractUpdateEndpoint } from './endpoints/retract-update.ts';
import { setClockEndpoint } from './endpoints/set-clock.ts';
import { takeInMediaEndpoint } from './endpoints/take-in-media.ts';
import { unpinUpdateEndpoint } from './endpoints/unpin-update.ts';

/** Every endpoint, in the order the reference tells them. */
export const endpoints = [
  openStoryEndpoint,
  listStoriesEndpoint,
  readStoryEndpoint,
  changeStoryEndpoint,
  correctStoryEndpoint,
  postUpdateEndpoint,
  listUpdatesEndpoint,
  readUpdateEndpoint,
  editUpdateEndpoint,
  correctUpdateEndpoint,
  retractUpdateEndpoint,
  pinUpdateEndpoint,
  unpinUpdateEndpoint,
  takeInMediaEndpoint,
  listMediaEndpoint,
  readMediaEndpoint,
  changeMediaEndpoint,
  recordAuthorEndpoint,
  readAuthorEndpoint,
  readSiteEndpoint,
  changeSiteEndpoint,
  listPagesEndpoint,
  readPageEndpoint,
  putPageEndpoint,
  removePageEndpoint,
  readClockEndpoint,
  setClockEndpoint,
];
