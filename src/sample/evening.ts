import type { Beat } from './beat.ts';
import { COXSWAIN, DUTY_OFFICER, ILSE, SISTER, TOM } from './people.ts';
import { body, said } from './words.ts';

const onTheLanding = (word: string) =>
  body(
    `Some sixty people are standing on the landing at Dunmarrow, most of them under the roof of the ticket hall, all of them facing the water. The ferry’s berth is lit. The harbor crew has switched on every lamp it has, ${word} the ones for the regatta.`,
    said(
      { ...SISTER, medium: 'at the landing' },
      'He rang half an hour out to say they had shut the café because the cups would not stay on the tables. He was laughing. I told him to hold on to something.',
    ),
  );

/** From the first line to midnight: a ferry is late, then silent, then found with nobody on it. */
export const evening: Beat[] = [
  {
    at: '21:40',
    shows: 'berth',
    opens: {
      headline: 'Night Ferry Overdue in the Merrow Strait',
      dek: 'The Alder Grace should have tied up at Dunmarrow at 9:25. Her radio does not answer.',
      lead: body(
        'The last ferry of the day from Pellan Island to the mainland is overdue in a gale. The Alder Grace sailed at 8:30 p.m. for a crossing of fifty-five minutes, with 41 people aboard by the company’s count. At 9:25 her berth was empty, and it still is.',
        'The coast guard has launched the lifeboat Constance from Dunmarrow and asked ships in the strait to look and listen. A gale warning has stood since six.',
      ),
      byline: [ILSE, TOM],
      section: 'Coast',
      placeZone: 'America/Halifax',
    },
  },
  {
    at: '21:52',
    posts: 'silence',
    words: {
      title: 'Last heard at 8:58',
      keyEvent: true,
      author: ILSE,
      body: body(
        'The ferry made one routine call in mid-crossing, at 8:58, two minutes before ten by the clocks on the water. She was slowing down for the sea, she said, and would be late. The coast guard called her back at 9:20 and has called every two minutes since.',
        said(
          { ...DUTY_OFFICER, medium: 'by telephone' },
          'She told us she was turning to keep the waves off her ramp. That is good seamanship, it is not a distress call. Then we called back, and nobody picked up.',
        ),
      ),
    },
  },
  {
    at: '22:20',
    posts: 'landing',
    words: { title: 'At the landing', author: TOM, body: onTheLanding('even incuding') },
  },
  {
    at: '22:31',
    edits: 'landing',
    words: { small: true, body: onTheLanding('even including') },
  },
  {
    at: '22:47',
    posts: 'engine',
    words: {
      author: ILSE,
      body: body(
        'Radio Merrow reports that one of the ferry’s two engines was taken out for repair last week and put back on Sunday. It cites two people at the company, whom it does not name. We have not been able to confirm this. Pellan Lines, asked at 10:35, has not answered.',
      ),
    },
  },
  {
    at: '23:15',
    posts: 'flare',
    words: {
      title: 'A red flare over Gull Ledge',
      author: ILSE,
      body: body(
        'A red flare was seen over Gull Ledge shortly after eleven, Radio Merrow says, citing a listener on the north shore. The lifeboat is heading there.',
      ),
    },
  },
  {
    at: '23:38',
    posts: 'found',
    words: {
      title: 'The ferry is found. There is nobody on it',
      keyEvent: true,
      author: ILSE,
      body: body(
        'The lifeboat Constance has found the Alder Grace six miles south of her course: afloat, dark, leaning hard to one side. Two of the crew went aboard. They found no one. Both of the life rafts she carried are gone.',
        said(
          { ...COXSWAIN, outlet: 'Radio Merrow', medium: 'by radio' },
          'We went through her with torches, deck by deck. There is nobody. The rafts are gone, and whoever left last took the time to close the doors behind them.',
        ),
      ),
    },
  },
  {
    at: '23:41',
    writesTop: {
      headline: 'Ferry Found Adrift and Empty in the Merrow Strait',
      dek: 'Both life rafts are gone. The search is now for them.',
      lead: body(
        'A lifeboat has found the missing ferry Alder Grace drifting without lights in the Merrow Strait, and no one aboard. Her two life rafts are gone, and so are the people who were on her.',
        'The coast guard has turned the search south and east, where the wind and the tide would carry a raft. It is blowing a full gale out there, and the water is at 44 degrees.',
      ),
    },
    summary: [
      { text: 'The ferry last called at 8:58 p.m., slowing down for the sea.', of: 'silence' },
      { text: 'At 11:38 she was found adrift, with nobody aboard and both rafts gone.', of: 'found' },
    ],
  },
  {
    at: '23:58',
    posts: 'doors',
    words: {
      title: 'What closed doors may tell us',
      analysis: true,
      author: ILSE,
      body: body(
        'Here is why people on this coast who know boats have not given up tonight. Closed doors, rafts that went over on the sheltered side, empty jacket lockers: that is not a panic. It is a crew doing in the dark what it has done every other Tuesday in daylight.',
        'It does not tell us where the rafts are. The tide in the strait sets north until about three. After that, whatever is still floating starts to come back.',
      ),
    },
  },
];
