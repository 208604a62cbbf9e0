import type { Beat } from './beat.ts';
import { CAPTAIN, COMPANY, DUTY_OFFICER, ILSE, MAYOR, SKIPPER, TOM } from './people.ts';
import { body, list, said } from './words.ts';

const inTheAir = [
  'The wind at Gull Ledge has dropped below fifty knots, and with it the limit that kept the coast guard’s helicopter on the ground. It took off at 1:24 and is working north along the shore.',
] as const;

/** From midnight to the first people ashore. Nothing is set between two and three, which some nights of the year have twice or not at all. */
export const morning: Beat[] = [
  {
    at: '00:14',
    posts: 'first-raft',
    words: {
      title: 'Nineteen people alive in the first raft',
      keyEvent: true,
      author: ILSE,
      body: body(
        'A Portuguese trawler sheltering from the gale has picked up one of the two rafts. The nineteen people in it are alive. They are cold and some are hurt, none of them badly, the coast guard says.',
        said(
          SKIPPER,
          'I saw a light where no light should be, small and low, like a cigarette. I thought: a buoy. And then it waved.',
        ),
      ),
    },
  },
  {
    at: '00:18',
    writesTop: {
      dek: 'A trawler has picked up nineteen people alive. The second raft is still missing.',
      lead: body(
        'Nineteen people from the ferry Alder Grace have been found alive in a life raft, hours after she went silent in a gale in the Merrow Strait. The others are believed to be in a second raft. Nobody has seen it.',
        'The ferry herself was found at 11:38 p.m., adrift, dark and empty. Why she was abandoned is not known.',
      ),
    },
    summary: [
      { text: 'The ferry last called at 8:58 p.m., slowing down for the sea.', of: 'silence' },
      { text: 'At 11:38 she was found adrift, with nobody aboard and both rafts gone.', of: 'found' },
      { text: 'A trawler picked up the first raft: nineteen people, all alive.', of: 'first-raft' },
    ],
  },
  {
    at: '00:35',
    retracts: 'flare',
    reason:
      'Radio Merrow has withdrawn the report this update rested on, and the coast guard says nothing was fired in that part of the strait tonight. We should have waited for a second source.',
  },
  {
    at: '00:41',
    posts: 'families',
    words: {
      title: 'If someone of yours was aboard',
      author: TOM,
      body: body(
        'Dunmarrow has opened its school hall for families. There are beds, soup and somebody to talk to.',
        list(
          'Call 555-0142. The line is staffed all night.',
          'The hall is on Chapel Street, behind the fish market. Come in by the playground.',
          'Please do not drive out along the shore. The ambulances need that road.',
        ),
      ),
    },
  },
  { at: '00:42', pins: 'families' },
  {
    at: '01:10',
    posts: 'count',
    words: {
      title: 'Twenty-two still missing',
      author: ILSE,
      body: body(
        'With nineteen people aboard the trawler, twenty-two of the 41 who sailed are missing. The company has read us its list.',
        said(
          { ...COMPANY, medium: 'in a statement' },
          'Thirty-five passengers and six crew sailed on the Alder Grace. We are calling every family ourselves.',
        ),
      ),
    },
  },
  {
    at: '01:31',
    posts: 'helicopter',
    words: { title: 'The helicopter is up', author: ILSE, body: body(...inTheAir) },
  },
  {
    at: '01:44',
    edits: 'helicopter',
    words: {
      body: body(
        ...inTheAir,
        'It carries a heat camera, on loan from the seal survey. A person in cold water shows as a gray grain. A raft full of people, the crew says, shows as a coin.',
      ),
    },
  },
  {
    at: '01:48',
    corrects: 'count',
    words: {
      was: '41 people were aboard, and 22 were missing.',
      is: '43 people were aboard, and 24 were missing.',
      note: 'The company’s list leaves out children under two, who travel without a ticket. There were two. A mother aboard the trawler told her rescuers so.',
      title: 'Twenty-four still missing',
      body: body(
        'With nineteen people aboard the trawler, twenty-four of the 43 who sailed are missing. The company has read us its list. It has no line for two small children, who travel without a ticket.',
        said(
          { ...COMPANY, medium: 'in a statement' },
          'Thirty-five passengers and six crew sailed on the Alder Grace. We are calling every family ourselves.',
        ),
      ),
    },
  },
  {
    at: '01:57',
    posts: 'waiting',
    words: {
      title: 'Waiting for the tide',
      author: TOM,
      body: body(
        'The lifeboats have pulled back into the lee of the island until the tide turns, at about three. The helicopter has gone for fuel. In the school hall somebody has put the kettle on again, because it is something to do.',
        said(
          { ...MAYOR, medium: 'in the school hall' },
          'Nobody here is going home. We are waiting for the water, that is all.',
        ),
      ),
    },
  },
  {
    at: '03:04',
    posts: 'second-raft',
    words: {
      title: 'A coin on the camera',
      keyEvent: true,
      author: ILSE,
      body: body(
        'The helicopter has found the second raft, on the returning tide, a mile off the north shore. There are people in it and they are moving. The Constance is eleven minutes away.',
      ),
    },
  },
  {
    at: '03:22',
    posts: 'all-alive',
    words: {
      title: 'All 43 are alive',
      keyEvent: true,
      author: ILSE,
      body: body(
        'Twenty-four people have been lifted from the second raft, the two children among them. With the nineteen on the trawler that is everyone. The coast guard confirmed it to us by name and number.',
        said(
          { ...DUTY_OFFICER, medium: 'by telephone' },
          'Forty-three went aboard. Forty-three have been counted, twice, by name. I do not get to say that very often.',
        ),
      ),
    },
  },
  {
    at: '03:26',
    shows: 'dawn',
    writesTop: {
      headline: 'Everyone Is Alive: All 43 From the Alder Grace Are Found',
      dek: 'Six hours after their ferry went dark in a gale, the last 24 were lifted from a raft off the north shore.',
      lead: body(
        'Every person who was aboard the ferry Alder Grace is alive. The last twenty-four, two small children among them, were taken off a life raft at about a quarter past three this morning, after a night in a gale in the Merrow Strait. A Portuguese trawler had found the other nineteen shortly after midnight.',
        'The ferry was found before any of them: at 11:38 p.m., dark, leaning, with not a soul aboard and every door closed. Why she lost her power is not known. An inquiry opens today.',
      ),
    },
    summary: [
      { text: 'The ferry last called at 8:58 p.m., slowing down for the sea.', of: 'silence' },
      { text: 'At 11:38 she was found adrift, with nobody aboard and both rafts gone.', of: 'found' },
      { text: 'A trawler picked up the first raft: nineteen people, all alive.', of: 'first-raft' },
      { text: '43 people were aboard, not 41 as the company’s list had it.', of: 'count' },
      { text: 'The helicopter found the second raft on the turning tide.', of: 'second-raft' },
      { text: 'All 43 are alive, counted twice by name.', of: 'all-alive' },
    ],
  },
  {
    at: '03:45',
    posts: 'captain',
    words: {
      title: 'Why she left her ship',
      author: TOM,
      body: body(
        'The captain has come ashore from the trawler in a borrowed sweater and will not sit down until the second boat is in. She lost both engines and then the pumps, she said. She saw twenty-four people into one raft and eighteen into the other, and stepped into that one last.',
        said(
          { ...CAPTAIN, medium: 'at the landing' },
          'She was lying over a little further every minute. A ship can go dark and still float all night, I know that. I could not know which kind of ship she was going to be.',
        ),
      ),
    },
  },
  {
    at: '04:02',
    posts: 'ashore',
    words: {
      title: 'The second boat is in',
      author: TOM,
      body: body(
        'At two minutes to four the Constance came in past the breakwater with her deck lights on and people standing in every part of her. Nobody on the landing cheered. They counted, out loud, all of them together, and only at twenty-four did it get noisy.',
        'Three people have been taken to the hospital with the cold in them; none is in danger. We are staying on the landing until it is light.',
      ),
    },
  },
];
