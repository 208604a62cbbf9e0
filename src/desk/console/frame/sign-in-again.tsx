/** Over the screen, where the session has ended under somebody who was working. */
export function SignInAgain() {
  return null;
}
