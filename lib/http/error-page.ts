import type { Refused } from "#lib/http/refused";
import { supportEmail } from "#lib/support-email";

/** A whole page without script, inline style or a word from the request. */
export function errorPage({ title, sentence }: Refused, requestId: string): string {
  const support = html(supportEmail());
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(title)} · Handover</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/error.css">
</head>
<body>
<main>
<h1>${html(title)}</h1>
<p>${html(sentence)}</p>
<p><a href="/">Go to the start page</a></p>
<p class="support">If it happens again, write to <a href="mailto:${support}">${support}</a> and quote
<code>${html(requestId)}</code>.</p>
</main>
</body>
</html>
`;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
