import { said } from './said.js';
import { fill, lang } from './words.js';

/** As print abbreviates them. */
const MONTHS = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** Short names of zones that people use; `GMT+7` is a computer's. */
const USED = /^[A-Z]{2,5}$/;

/** What stands round a place's name where a language says "… time". */
const LOCAL_TIME = / \(Ortszeit\)$|^heure : |^hora de |^Horário |^Giờ |^توقيت | 시간$/;

const isEnglish = lang === 'en';

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} tag @param {Intl.DateTimeFormatOptions} options */
function formatOf(tag, options) {
  const key = tag + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, known);
  return known;
}

/** @param {number} at @param {Intl.DateTimeFormatOptions} options @param {string} [tag] @returns {Record<string, string>} */
function parts(at, options, tag = lang) {
  return Object.fromEntries(
    formatOf(tag, options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

/** The calendar's day somewhere, to be compared. @param {number} at @param {string} timeZone */
export const dayOf = (at, timeZone) => formatOf('en-CA', { timeZone, dateStyle: 'short' }).format(at);

/** A clock time as the server writes it: the same words for the same zone. @param {number} at @param {string} timeZone */
export function clockIn(at, timeZone) {
  return isEnglish ? `${englishTime(at, timeZone)} ${englishZone(at, timeZone)}` : worded(at, timeZone);
}

/** A day as the server writes it. @param {number} at @param {string} timeZone @param {boolean} withYear */
export function dateIn(at, timeZone, withYear) {
  if (isEnglish) return englishDate(at, timeZone, withYear);
  const year = withYear && { year: /** @type {const} */ ('numeric') };
  return formatOf(lang, { timeZone, month: 'short', day: 'numeric', ...year }).format(at);
}

/** @param {number} at @param {string} timeZone */
function englishTime(at, timeZone) {
  const { hour, minute, dayPeriod } = parts(
    at,
    { timeZone, hour: 'numeric', minute: '2-digit', hour12: true },
    'en-US',
  );
  const isMorning = dayPeriod === 'AM';
  if (minute === '00' && hour === '12') return isMorning ? 'midnight' : 'noon';
  return `${hour}${minute === '00' ? '' : `:${minute}`} ${isMorning ? 'a.m.' : 'p.m.'}`;
}

/** @param {number} at @param {string} timeZone @param {boolean} withYear */
function englishDate(at, timeZone, withYear) {
  const { month, day, year } = parts(
    at,
    { timeZone, month: 'numeric', day: 'numeric', year: 'numeric' },
    'en-US',
  );
  return `${MONTHS[Number(month) - 1]} ${day}${withYear ? `, ${year}` : ''}`;
}

/** @param {number} at @param {string} timeZone @param {'short' | 'shortGeneric'} timeZoneName @param {string} tag */
const nameIn = (at, timeZone, timeZoneName, tag) =>
  parts(at, { timeZone, timeZoneName }, tag)['timeZoneName'] ?? timeZone;

/** @param {number} at @param {string} timeZone */
function englishZone(at, timeZone) {
  const generic = nameIn(at, timeZone, 'shortGeneric', 'en-US');
  const names = [generic, nameIn(at, timeZone, 'short', 'en-US'), nameIn(at, timeZone, 'short', 'en-GB')];
  return names.find((name) => USED.test(name)) ?? generic.replace(/ Time$/, ' time');
}

/** @param {number} at @param {string} timeZone */
function worded(at, timeZone) {
  const clock = formatOf(lang, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at);
  const names = [nameIn(at, timeZone, 'short', lang), nameIn(at, timeZone, 'shortGeneric', lang)];
  const zone = names.find((name) => USED.test(name)) ?? `(${names[1]?.replace(LOCAL_TIME, '')})`;
  return fill(said['inZone'] ?? '', { clock, zone });
}
