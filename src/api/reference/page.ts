import { html, type Html } from '../../render/html.ts';
import { PROBLEM_TYPES, PROBLEMS_PATH, type ProblemType } from '../../web/problem-types.ts';
import { fieldsTable } from './fields.ts';
import { operationSection } from './operation.ts';
import type { Operation, Spec } from './spec.ts';
import { words } from './words.ts';

type Entry = { path: string; method: string; operation: Operation };

/** The API told for people, made from its OpenAPI. Works without script. */
export function referencePage(spec: Spec): Html {
  const entries = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ path, method, operation })),
  );
  const documents = Object.entries(spec.components.schemas).filter(([name]) => name.startsWith('document'));
  return page(
    spec.info.title,
    html`<header><h1>${spec.info.title}</h1>
<p>As data: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Also: <a href="${PROBLEMS_PATH}">every kind of problem</a>.</p></header>
${words(spec.info.description)}
<h2 id="endpoints">Endpoints</h2>
<ul class="index">${entries.map(indexLine)}</ul>
${entries.map(({ path, method, operation }) => operationSection(path, method, operation))}
<h2 id="documents">The document</h2>
<p>What a body or a lead is made of. Each node and mark:</p>
${documents.map(([name, schema]) => html`<section id="${name}"><h3><code>${name}</code></h3>${fieldsTable(schema)}</section>`)}`,
  );
}

/** Every kind of problem, at the address its `type` names. */
export function problemsPage(): Html {
  const kinds: [string, ProblemType][] = Object.entries(PROBLEM_TYPES);
  return page(
    'Problems',
    html`<header><h1>Problems</h1><p>What can go wrong, and what to do. Back to <a href="/api/v1">the API</a>.</p></header>
${kinds.map(
  ([name, { status, title, meaning }]) => html`<section id="${name}"><h2>${title}</h2>
<p class="call"><code><b>${status}</b> ${PROBLEMS_PATH}#${name}</code></p>${words(meaning)}</section>`,
)}`,
  );
}

function indexLine({ path, method, operation }: Entry): Html {
  return html`<li><a href="#${operation.operationId}"><code><b>${method.toUpperCase()}</b> ${path}</code></a> ${operation.summary}</li>`;
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Writethru</title>
<link rel="stylesheet" href="/api/v1/reference.css">
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}
