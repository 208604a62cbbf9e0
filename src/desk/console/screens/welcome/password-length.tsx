import { useWords } from '../../words/words.tsx';
import './password-length.css';

/** Characters: fewer are refused; more are worth more than signs and digits. */
const LEAST = 10;
const GOOD = 16;

/** How good a password is, told by its length alone, for that is what counts. */
export function PasswordLength({ password }: { password: string }) {
  const { say } = useWords();
  const n = [...password].length;
  const strength = n === 0 ? 'none' : n < LEAST ? 'short' : n < GOOD ? 'enough' : 'good';
  return (
    <span className={`password-length password-${strength}`}>
      <span aria-live="polite">{say(`welcome.strength.${strength}`, { least: LEAST, more: LEAST - n })}</span>
      <meter min={0} max={GOOD} low={LEAST} optimum={GOOD} value={Math.min(n, GOOD)} aria-hidden="true" />
    </span>
  );
}
