/**
 * Every sentence of the reader's interface, in one place: another language is another such object.
 * `{n}` and the like in the spoken ones are filled in by the page's script.
 */
export const sentences = {
  lang: 'en',

  state: { live: 'Live', paused: 'Paused', ended: 'Ended' },
  standing: {
    live: 'We are updating this story as we learn more.',
    paused: 'We have paused this story and will be back.',
    pausedUntil: (time: string) => `We have paused this story and will be back at ${time}.`,
    ended: 'This story has ended. We go on correcting it.',
  },
  pausedUntil: (time: string) => `Paused until ${time}`,

  by: 'By',
  photo: 'Photo:',
  firstPublished: (time: string) => `First published ${time}`,
  lastUpdated: (time: string) => `Updated ${time}`,
  topWritten: (time: string) => `Top written ${time}`,
  latest: 'Latest',
  placeClock: (time: string) => `${time}, where it happened`,
  timeNotGiven: 'Time not given',

  storySoFar: 'The story so far',
  restedOnRetracted: (time: string) => `This line rested on an update retracted at ${time}`,
  keyEvents: 'Key events',
  earlierEvents: (count: number) => (count === 1 ? '1 earlier' : `${count} earlier`),
  pinned: 'Pinned',
  inItsPlace: 'See it in its place',
  updates: 'Updates',
  noUpdates: 'No updates yet. They will appear here.',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  order: 'Order of updates',
  morePages: 'More updates',
  older: 'Older updates',
  newer: 'Newer updates',
  newest: 'To the newest update',
  first: 'To the first update',

  keyEvent: 'Key event',
  analysis: 'Analysis',
  edited: (time: string) => `Edited ${time}`,
  correction: (time: string) => `Correction, ${time}`,
  was: 'We said:',
  is: 'It should read:',
  retracted: (time: string) => `Retracted ${time}`,
  retractedHeading: 'A retracted update',

  share: 'Share',
  shareStory: 'Share this story',
  shareUpdate: 'Share this update',
  shareByMail: 'By mail',
  aboutAuthors: (count: number) => (count === 1 ? 'About the author' : 'About the authors'),
  skip: 'Skip to the story',
  notices: 'What is new',

  fromStory: 'From the story',
  oneUpdate: 'One update',
  intoStory: 'Read the story from here',
  wholeStory: 'The whole story',

  front: 'Latest stories',
  noStories: 'No story has been published yet.',
  noUpdateYet: 'No update yet',
  opened: (time: string) => `Opened ${time}`,
  storiesBy: (name: string) => `Stories by ${name}`,
  noStoriesBy: 'None so far.',

  notFound: {
    heading: 'There is nothing at this address',
    story:
      'No story has this address, and none ever had. It may have been mistyped or cut short on its way to you.',
    update: 'This story has no update at this address. It may have been cut short on its way to you.',
    author: 'No author has this address.',
    page: 'The address may have been mistyped, or cut short on its way to you.',
    try: 'These are being read now:',
    front: 'All stories',
  },
};

/** What the page's script says; a pair is for one and for several. */
export const spoken = {
  newUpdates: ['1 new update', '{n} new updates'],
  newUpdate: 'New update, {time}: {words}',
  correction: 'Correction to the update of {time}',
  storyCorrection: 'Correction to this story',
  retraction: 'The update of {time} was retracted',
  edit: 'The update of {time} was rewritten',
  headline: 'New headline: {words}',
  more: ['1 more change', '{n} more changes'],
  state: {
    live: 'This story is live again',
    paused: 'This story is paused',
    ended: 'This story has ended',
  },
  lost: 'Connection lost – trying again',
  back: 'Connected again',
  copied: 'Link copied',
};
