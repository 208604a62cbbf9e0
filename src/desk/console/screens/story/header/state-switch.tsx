import { Badge } from '../../../kit/badge.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { Menu } from '../../../kit/menu.tsx';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';

const STATES = ['live', 'paused', 'ended'] as const;
const ICONS = { live: 'play', paused: 'pause', ended: 'stop' } as const;

/** Live, paused until when, ended: as the badge readers see, and the way to another. */
export function StateSwitch() {
  const { say } = useWords();
  const { story, may, ask, told } = useStoryDesk();
  const { state, pausedUntil } = story;
  const badge = (
    <Badge state={state}>
      {state === 'paused' && pausedUntil
        ? say('story.state.pausedUntil', { time: told.stamp(pausedUntil) })
        : undefined}
    </Badge>
  );
  if (state === 'unpublished' || !may('change-state')) return badge;
  return (
    <Menu
      label={say('story.state.change')}
      triggerClass="state-switch"
      trigger={
        <>
          {badge}
          <Icon name="chevron-down" />
        </>
      }
      items={STATES.map((to) => ({
        label: say(`story.state.${to}Pick`),
        icon: ICONS[to],
        picked: to === state,
        onPick: () => {
          if (to !== state || to === 'paused') ask({ dialog: 'state', to });
        },
      }))}
    />
  );
}
