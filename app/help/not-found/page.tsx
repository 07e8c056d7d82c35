/** What a 404 under /help shows as a whole, also without JavaScript (lib/http/answer.ts). */
export { NoSuchHelp as default } from "#components/help/no-such-help";
