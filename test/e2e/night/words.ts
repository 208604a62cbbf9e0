/** What is written in a night, in one language: invented sentences about a summit that fails. */
export type Words = {
  lang: string;
  headlines: [string, string, string];
  deks: [string, string];
  section: string;
  /** A paragraph of the lead, as long as a phone's screen is wide a few times over. */
  paragraph: string;
  /** One of the evening's updates. */
  evening: (n: number) => string;
  /** Somebody's words, with who said them: the last line of a quotation. */
  statement: (words: string) => string;
  says: string[];
  short: string;
  long: string;
  was: string;
  is: string;
  reason: string;
  author: string;
};

/** A quotation as markdown has it, a line each. */
const quotation = (...lines: string[]): string => lines.map((line) => `> ${line}`).join('\n');

export const ENGLISH: Words = {
  lang: 'en',
  headlines: [
    'Summit Opens With Both Sides Hopeful',
    'Lunch in Doubt at the Summit',
    'Summit Ends With No Paper Signed',
  ],
  deks: ['Two delegations sit down in Hanoi.', 'The delegations have left the hotel, each in its own cars.'],
  section: 'World',
  paragraph:
    'The two delegations have been in the hotel since the afternoon, and nobody has come out to say how it goes. ',
  evening: (n) =>
    `Note ${n} of the evening: the square before the hotel is quiet, and the cameras wait behind the rope.`,
  statement: (words) => quotation(words, '— Nora Hale, spokeswoman for the visitors, Radio Meridian'),
  says: [
    'We would not have come without hope.',
    'The table was laid, and nobody sat down.',
    'There will be another day.',
    'We asked for all of it, and they would not.',
  ],
  short: 'The gate has opened.',
  long: 'Reporters were led out of the hall and told to wait on the stairs, where they still were an hour later. ',
  was: 'The guest said it.',
  is: 'The host said it.',
  reason: 'Our source has taken the account back.',
  author: 'Ruth Vale',
};

export const ARABIC: Words = {
  lang: 'ar',
  headlines: ['القمة تبدأ وسط تفاؤل الطرفين', 'غداء القمة موضع شك', 'القمة تنتهي من دون توقيع'],
  deks: ['وفدان يجلسان إلى الطاولة في هانوي.', 'غادر الوفدان الفندق كل في سياراته.'],
  section: 'العالم',
  paragraph:
    'الوفدان داخل الفندق منذ العصر، ولم يخرج أحد ليقول كيف تسير المحادثات، والصحفيون ينتظرون خلف الحاجز. ',
  evening: (n) => `ملاحظة المساء رقم ${n}: الساحة أمام الفندق هادئة، والكاميرات تنتظر خلف الحبل.`,
  statement: (words) => quotation(words, '— نورا هيل, المتحدثة باسم الضيوف, راديو ميريديان'),
  says: [
    'لم نكن لنأتي بلا أمل.',
    'كانت المائدة معدة ولم يجلس أحد.',
    'سيكون هناك يوم آخر.',
    'طلبنا كل شيء فرفضوا.',
  ],
  short: 'فُتحت البوابة.',
  long: 'أُخرج الصحفيون من القاعة وطُلب منهم الانتظار على الدرج، وما زالوا هناك بعد ساعة كاملة. ',
  was: 'قالها الضيف.',
  is: 'قالها المضيف.',
  reason: 'تراجع المصدر عن روايته.',
  author: 'روث فيل',
};

/** What an author's address is made of. */
export const addressOf = (name: string): string =>
  encodeURIComponent(name.toLowerCase().replaceAll(' ', '-'));
