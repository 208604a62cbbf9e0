import type { DeskEndpoint } from '../endpoint.ts';
import { changePassword } from './account/change-password.ts';
import { addPasskey, dropPasskey, listPasskeys, passkeyToBe, renamePasskey } from './account/passkeys.ts';
import { changeAccount, readAccount } from './account/read-account.ts';
import { makeRecoveryCodes } from './account/recovery-codes.ts';
import { endOtherSessions, endSession, listSessions } from './account/sessions.ts';
import { beginTotp, confirmTotp, dropTotp } from './account/totp.ts';
import { dropGrant, listGrants, putGrant } from './grants/grants.ts';
import { askForReset } from './links/ask-reset.ts';
import { openOnceLink } from './links/open-link.ts';
import { readLink } from './links/read-link.ts';
import { changeOnePerson } from './people/change-person.ts';
import { endPersonsSessions } from './people/end-sessions.ts';
import { invite, listInvitations, takeBackInvitation } from './people/invitations.ts';
import { listPeople } from './people/list-people.ts';
import { resetPerson } from './people/reset-person.ts';
import { passkeyOptions, signInByPasskey } from './session/passkey.ts';
import { readSession } from './session/read-session.ts';
import { takeSecondFactor } from './session/second-factor.ts';
import { signIn } from './session/sign-in.ts';
import { signOut } from './session/sign-out.ts';
import { beginSso, finishSso } from './session/sso.ts';
import { dropToken, listTokens, makeToken } from './tokens/tokens.ts';

/** Signing in, one's own account, the people, and what programs are let in by. */
export const accountEndpoints: DeskEndpoint[] = [
  readSession,
  signIn,
  signOut,
  takeSecondFactor,
  passkeyOptions,
  signInByPasskey,
  beginSso,
  finishSso,
  askForReset,
  readLink,
  openOnceLink,
  readAccount,
  changeAccount,
  changePassword,
  beginTotp,
  confirmTotp,
  dropTotp,
  makeRecoveryCodes,
  listPasskeys,
  passkeyToBe,
  addPasskey,
  renamePasskey,
  dropPasskey,
  listSessions,
  endSession,
  endOtherSessions,
  listPeople,
  changeOnePerson,
  resetPerson,
  endPersonsSessions,
  listInvitations,
  invite,
  takeBackInvitation,
  listGrants,
  putGrant,
  dropGrant,
  listTokens,
  makeToken,
  dropToken,
];
