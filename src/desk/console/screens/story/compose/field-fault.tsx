import { Icon } from '../../../kit/icons.tsx';
import { faultOf, type Refused } from '../net/refused.ts';

/** What is wrong with a part, under it. */
export function FieldFault({ refused, part }: { refused: Refused | null; part: string }) {
  const fault = faultOf(refused, part);
  if (fault === null) return null;
  return (
    <p className="field-error" id={`fault-${part}`} role="alert">
      <Icon name="warning" />
      {fault}
    </p>
  );
}
