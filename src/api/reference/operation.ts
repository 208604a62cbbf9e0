import { html, type Html } from '../../render/html.ts';
import { fieldsTable } from './fields.ts';
import type { Operation, Schema } from './spec.ts';
import { words } from './words.ts';

/** One endpoint: what it does, what it takes, what it answers. */
export function operationSection(path: string, method: string, operation: Operation): Html {
  const { operationId, summary, description, responses } = operation;
  return html`<section id="${operationId}">
<h3>${summary}</h3>
<p class="call"><code><b>${method.toUpperCase()}</b> ${path}</code></p>
${words(description)}
${parametersTable(operation)}
${requestBody(operation)}
<h4>Answers</h4>
<dl>${Object.entries(responses).map(([status, response]) => answer(status, response))}</dl>
</section>`;
}

function parametersTable({ parameters = [] }: Operation): Html | null {
  if (parameters.length === 0) return null;
  const properties = parameters.map(({ name, in: where, description, schema }): [string, Schema] => [
    name,
    { ...schema, ...(description !== undefined && { description }), place: PLACES[where] ?? where },
  ]);
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return html`<h4>Parameters</h4>${fieldsTable({ properties: Object.fromEntries(properties), required })}`;
}

const PLACES: Record<string, string> = { path: 'in the path', query: 'in the query', header: 'in a header' };

function requestBody({ requestBody: body }: Operation): Html | null {
  const json = body?.content['application/json'];
  if (!json) return null;
  const example =
    json.example === undefined
      ? null
      : html`<pre><code>${JSON.stringify(json.example, null, 2)}</code></pre>`;
  return html`<h4>Body</h4>${example}${fieldsTable(json.schema)}`;
}

function answer(status: string, { description, content }: Operation['responses'][string]): Html {
  const schema = content?.['application/json']?.schema;
  const fields = schema && fieldsTable(schema);
  const told = fields && html`<details><summary>Fields</summary>${fields}</details>`;
  return html`<dt>${status}</dt><dd>${words(description)}${told}</dd>`;
}
