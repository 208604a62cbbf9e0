import { html, type Html } from '../../render/html.ts';
import type { Schema } from './spec.ts';
import { words } from './words.ts';

type Row = { name: string; required: boolean; schema: Schema };

/** The members of an object, those of objects within it beside them; nothing where it has none. */
export function fieldsTable(schema: Schema): Html | null {
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return null;
  return html`<table>
<thead><tr><th scope="col">Field</th><th scope="col">What it holds</th></tr></thead>
<tbody>${rows.map(fieldRow)}</tbody>
</table>`;
}

function fieldRow({ name, required, schema }: Row): Html {
  const must = required && html` <span class="must">required</span>`;
  const told = schema.description !== undefined && words(schema.description);
  return html`<tr><th scope="row"><code>${name}</code>${must}</th><td><span class="kind">${kindOf(schema)}${reference(schema)}</span>${told}</td></tr>`;
}

/** Where the nodes and marks of a document are told, on the same page. */
function reference({ $ref }: Schema): Html | null {
  if ($ref === undefined) return null;
  return html`<a href="#${nameOf({ $ref })}">${nameOf({ $ref })}</a>`;
}

const nameOf = ({ $ref = '' }: Schema): string => $ref.split('/').at(-1) ?? '';

function rowsOf({ properties = {}, required = [] }: Schema, prefix: string): Row[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = schema.items?.properties ? schema.items : schema;
    const suffix = inner === schema ? '.' : '[].';
    const row = { name: prefix + name, required: required.includes(name), schema };
    return [row, ...rowsOf(inner, `${prefix}${name}${suffix}`)];
  });
}

/** The type and its bounds in a few words. */
function kindOf(schema: Schema): string {
  if (schema.$ref !== undefined) return '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if (schema.anyOf) return schema.anyOf.map((one) => kindOf(one) || nameOf(one)).join(', ');
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  const of = schema.items ? ` of ${kindOf(schema.items) || nameOf(schema.items)}` : '';
  return [`${type}${of}`, schema.format, ...boundsOf(schema), schema.place].filter(Boolean).join(', ');
}

function boundsOf({ maxLength, maxItems, minimum, maximum, default: fallback }: Schema): string[] {
  return [
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined ? '' : `up to ${maximum}`,
    fallback === undefined ? '' : `default ${JSON.stringify(fallback)}`,
  ];
}
