/** Capitals and other cities much in the news that no zone is named after. */
const CITIES: Record<string, string> = {
  hanoi: 'Asia/Ho_Chi_Minh',
  saigon: 'Asia/Ho_Chi_Minh',
  beijing: 'Asia/Shanghai',
  'hong kong': 'Asia/Hong_Kong',
  delhi: 'Asia/Kolkata',
  'new delhi': 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  islamabad: 'Asia/Karachi',
  kyiv: 'Europe/Kyiv',
  kharkiv: 'Europe/Kyiv',
  odesa: 'Europe/Kyiv',
  'st. petersburg': 'Europe/Moscow',
  washington: 'America/New_York',
  boston: 'America/New_York',
  philadelphia: 'America/New_York',
  atlanta: 'America/New_York',
  miami: 'America/New_York',
  houston: 'America/Chicago',
  dallas: 'America/Chicago',
  'new orleans': 'America/Chicago',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  'las vegas': 'America/Los_Angeles',
  ottawa: 'America/Toronto',
  montreal: 'America/Toronto',
  brasília: 'America/Sao_Paulo',
  brasilia: 'America/Sao_Paulo',
  'rio de janeiro': 'America/Sao_Paulo',
  'são paulo': 'America/Sao_Paulo',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  cologne: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  bern: 'Europe/Zurich',
  milan: 'Europe/Rome',
  naples: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  porto: 'Europe/Lisbon',
  lyon: 'Europe/Paris',
  marseille: 'Europe/Paris',
  edinburgh: 'Europe/London',
  glasgow: 'Europe/London',
  manchester: 'Europe/London',
  ankara: 'Europe/Istanbul',
  'tel aviv': 'Asia/Jerusalem',
  gaza: 'Asia/Gaza',
  'abu dhabi': 'Asia/Dubai',
  mecca: 'Asia/Riyadh',
  abuja: 'Africa/Lagos',
  'cape town': 'Africa/Johannesburg',
  pretoria: 'Africa/Johannesburg',
  durban: 'Africa/Johannesburg',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
  osaka: 'Asia/Tokyo',
  kyoto: 'Asia/Tokyo',
  hiroshima: 'Asia/Tokyo',
  busan: 'Asia/Seoul',
  'the hague': 'Europe/Amsterdam',
  davos: 'Europe/Zurich',
};

let named: Map<string, string | null> | null = null;

/** Zones by the city they are named after; null where two are. */
function zonesByCity(): Map<string, string | null> {
  if (named) return named;
  named = new Map();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = cityOf(zone).toLowerCase();
    if (zone.includes('/')) named.set(city, named.has(city) ? null : zone);
  }
  return named;
}

/** The zone of a city by its name in English; null where it is not known, or there is more than one. */
export function zoneOfCity(name: string): string | null {
  const key = name.toLowerCase();
  return (Object.hasOwn(CITIES, key) ? CITIES[key] : zonesByCity().get(key)) ?? null;
}

/** "Asia/Ho_Chi_Minh" → "Ho Chi Minh". */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
