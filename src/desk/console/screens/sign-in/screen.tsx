import { useSearchParams } from 'wouter';
import { Banner } from '../../kit/banner.tsx';
import { queryClient } from '../../net/query-client.ts';
import { keys } from '../../net/keys.ts';
import { useSessionQuery } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { DoorPage } from './door-page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { ssoRefusalWords } from './sso-refusal.ts';

/** The way in, at whatever address one came to: having signed in one is there. */
export default function SignIn() {
  const speech = useWords();
  const { data: session } = useSessionQuery();
  const [asked] = useSearchParams();
  const refused = asked.get('sso');
  if (!session) return null;
  return (
    <DoorPage title={speech.say('sign-in.heading', { site: session.site.name })}>
      {refused && <Banner kind="warn">{ssoRefusalWords(speech, refused, session.ways.sso)}</Banner>}
      <SignInForm
        ways={session.ways}
        onSignedIn={() => void queryClient.invalidateQueries({ queryKey: keys.session })}
      />
    </DoorPage>
  );
}
