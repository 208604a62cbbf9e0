import { markKeyEvent } from '../../../../commands/mark-key-event.ts';
import { pinUpdate, unpinUpdate } from '../../../../commands/pin-update.ts';
import { deskEndpoint } from '../../endpoint.ts';
import { onUpdate, seenQuery, updateParams } from '../../on-story.ts';

export const pinEndpoint = deskEndpoint({
  at: 'PUT /updates/:updateId/pin',
  params: updateParams,
  query: seenQuery,
  answer: (call) => onUpdate(call, call.query.version, pinUpdate(call.params.updateId)),
});

export const unpinEndpoint = deskEndpoint({
  at: 'DELETE /updates/:updateId/pin',
  params: updateParams,
  query: seenQuery,
  answer: (call) => onUpdate(call, call.query.version, unpinUpdate(call.params.updateId)),
});

export const keyEventEndpoint = deskEndpoint({
  at: 'PUT /updates/:updateId/key-event',
  params: updateParams,
  query: seenQuery,
  answer: (call) => onUpdate(call, call.query.version, markKeyEvent(call.params.updateId, true)),
});

export const noKeyEventEndpoint = deskEndpoint({
  at: 'DELETE /updates/:updateId/key-event',
  params: updateParams,
  query: seenQuery,
  answer: (call) => onUpdate(call, call.query.version, markKeyEvent(call.params.updateId, false)),
});
