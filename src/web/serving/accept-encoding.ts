export type Coding = 'br' | 'gzip' | 'identity';

/** The smallest coding the reader's browser takes (RFC 9110 §12.5.3); what is refused by `q=0` is not sent. */
export function codingFor(accepted: string | undefined): Coding {
  const takes = takenBy(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Tells of a coding whether the reader's browser takes it. */
export function takenBy(accepted: string | undefined): (name: string) => boolean {
  const offers = new Map(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((offer): [string, boolean] => {
        const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
        return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
      }),
  );
  return (name) => offers.get(name) ?? offers.get('*') ?? false;
}
