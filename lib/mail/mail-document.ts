import type { MailContent } from "#lib/mail/mails";

type Around = { greeting: string; footer: string };

/** A mail as plain text, its link on a line of its own. */
export function mailText({ before, quote, link, after = [] }: MailContent, around: Around): string {
  const parts = [
    around.greeting,
    ...before,
    ...(quote ? [quote.replaceAll(/^/gm, "> ")] : []),
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    ...after,
    `--\n${around.footer}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The same as HTML that needs nothing from elsewhere, in light and in dark. */
export function mailHtml(content: MailContent, { greeting, footer }: Around): string {
  const { subject, before, quote, link, after = [] } = content;
  const body = [
    paragraph(greeting),
    ...before.map((text) => paragraph(text)),
    quote ? `<blockquote>${lines(quote)}</blockquote>` : "",
    link
      ? `<p><a class="button" href="${escaped(link.url)}">${escaped(link.label)}</a></p>` +
        `<p class="small">Or open this address: <a href="${escaped(link.url)}">${escaped(link.url)}</a></p>`
      : "",
    ...after.map((text) => paragraph(text)),
    `<p class="small footer">${lines(footer)}</p>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${look}</style>
</head>
<body><main>
${body.filter(Boolean).join("\n")}
</main></body>
</html>
`;
}

const look = `
body { margin: 0; padding: 24px; background: #fff; color: #1a1d21; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 560px; margin: 0 auto; overflow-wrap: anywhere; }
a { color: #1d4ed8; }
.button { display: inline-block; padding: 10px 16px; border-radius: 6px; background: #1d4ed8; color: #fff; text-decoration: none; }
.small { font-size: 13px; color: #57606a; }
.footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid #d0d7de; }
blockquote { margin: 16px 0; padding: 0 0 0 12px; border-left: 3px solid #d0d7de; }
@media (prefers-color-scheme: dark) {
  body { background: #16181d; color: #e6e8eb; }
  a { color: #93b4ff; }
  .button { background: #93b4ff; color: #10131a; }
  .small { color: #a4abb5; }
  .footer, blockquote { border-color: #3b424c; }
}`;

function paragraph(text: string): string {
  return `<p>${lines(text)}</p>`;
}

function lines(text: string): string {
  return escaped(text).replaceAll("\n", "<br>");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
