import { isSupportNetwork } from "#lib/support-networks";

const shortestSecret = 32;

/** Throws a sentence unless the environment says what production needs. */
export function requireSettings(): void {
  const { HANDOVER_SECRET = "", HANDOVER_APP_URL, DATABASE_URL, SMTP_URL } = process.env;
  if (HANDOVER_SECRET.length < shortestSecret) {
    throw new Error(`Set HANDOVER_SECRET to at least ${shortestSecret} random characters.`);
  }
  const name = HANDOVER_APP_URL ? "HANDOVER_APP_URL" : "DATABASE_URL";
  const url = HANDOVER_APP_URL || DATABASE_URL;
  if (!url) throw new Error("Set HANDOVER_APP_URL, or DATABASE_URL to derive it from.");
  if (!URL.canParse(url)) throw new Error(`${name} is no address of a database.`);
  if (SMTP_URL && !/^smtps?:/.test(URL.parse(SMTP_URL)?.protocol ?? "")) {
    throw new Error("SMTP_URL is to be an address such as smtps://user:password@mail.example.com.");
  }
  requireSupportNetworks();
}

/** What SUPPORT_NETWORKS names has to be networks: any address tells. */
export function requireSupportNetworks(): void {
  isSupportNetwork("127.0.0.1");
}
