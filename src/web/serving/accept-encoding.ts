export type Coding = 'br' | 'gzip' | 'identity';

/** The smallest coding the reader's browser takes (RFC 9110 §12.5.3); what is refused by `q=0` is not sent. */
export function codingFor(accepted: string | undefined): Coding {
  const offers = new Map(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((offer): [string, boolean] => {
        const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
        return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
      }),
  );
  const takes = (name: string): boolean => offers.get(name) ?? offers.get('*') ?? false;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
