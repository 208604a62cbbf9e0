/// <reference types="vite/client" />
import { lazy, type ComponentType } from 'react';

/** Screens for people signed in: each is the default export of `screens/NAME/screen.tsx`, a piece of its own that is fetched when it is shown. */
const files = import.meta.glob<{ default: ComponentType }>('../screens/*/screen.tsx');

const screen = (name: string): ComponentType => {
  const load = files[`../screens/${name}/screen.tsx`] ?? files['../screens/lost/screen.tsx'];
  if (!load) throw new Error(`there is no screen ${name}`);
  return lazy(load);
};

/** Addresses below `/desk`, the first that fits counts. `/*?`: and all below. */
export const SCREENS: readonly { path: string; screen: ComponentType }[] = [
  { path: '/', screen: screen('stories') },
  { path: '/stories/:storyId/*?', screen: screen('story') },
  { path: '/search', screen: screen('search') },
  { path: '/trash', screen: screen('trash') },
  { path: '/activity', screen: screen('activity') },
  { path: '/people/*?', screen: screen('people') },
  { path: '/account/*?', screen: screen('account') },
  { path: '/settings/*?', screen: screen('settings') },
  { path: '/queue', screen: screen('queue') },
  { path: '*', screen: screen('lost') },
];

/** The same for those who are not signed in, or need not be. */
export const OPEN_SCREENS: readonly { path: string; screen: ComponentType }[] = [
  { path: '/welcome/:token', screen: screen('welcome') },
  { path: '/reset/:token?', screen: screen('reset') },
];

export const SignInScreen = screen('sign-in');
