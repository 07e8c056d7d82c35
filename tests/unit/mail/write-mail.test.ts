import { beforeEach, expect, test, vi } from "vitest";
import { mailHtml, mailText } from "#lib/mail/mail-document";
import type { MailData, MailKind } from "#lib/mail/mails";
import { writeMail } from "#lib/mail/write-mail";
import { ada, ben, inLondon, noon, sampleId } from "#tests/support/samples";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "one secret of at least 32 characters");
  return () => vi.unstubAllEnvs();
});

const frame = {
  accountId: sampleId(1),
  userId: ben.id,
  accountName: "Alder Realty",
  baseUrl: "https://handover.example.com",
  dates: inLondon,
};
const around = { greeting: "Hello Ben,", footer: "Because of your user." };
const at = noon.toISOString();
const link = sampleId(70);

const request = { caseNumber: 1042, letterId: link, name: ben.name, reason: "Has left" };
const asked = {
  ...request,
  by: ada.name,
  capacity: "admin",
  successor: null,
  waitsUntil: at,
} as const;
const ended = {
  caseNumber: 1042,
  kind: "removal",
  name: ben.name,
  successor: null,
  you: null,
} as const;

const spots = { by: ada.name, from: 10, to: 8, effectiveAt: at, changeId: sampleId(71) };

/** Every kind with what its text must say; the type makes a new kind fail here until it is added. */
const mails: { [K in MailKind]: [MailData[K], RegExp[]][] } = {
  choose_password: [
    [
      { linkId: link, by: ada.name },
      [/Ada Archer gave you access/, /\/choose-password\//, /seven/],
    ],
    [{ linkId: link, by: null }, [/You have access to the contacts of Alder Realty/]],
  ],
  password_forgotten: [[{ linkId: link }, [/\/choose-password\//, /30 minutes/, /do nothing/]]],
  password_changed: [
    [
      { at, device: "Firefox on Linux" },
      [/12 Nov 2026, 12:00/, /Firefox on Linux/, /\/forgotten-/],
    ],
  ],
  second_step_changed: [
    [{ what: "on" }, [/with a code of your authenticator app/]],
    [{ what: "off" }, [/your password alone signs you in to Alder Realty/]],
    [{ what: "another_app" }, [/another authenticator app sign you in/, /count no more/]],
    [{ what: "recovery_codes_made" }, [/new recovery codes for Alder Realty/, /count no more/]],
    [
      { what: "recovery_code_used", left: 9 },
      [/with your password and a recovery code/, /9 recovery codes left/, /\/forgotten-password/],
    ],
  ],
  email_agreement_asked: [
    [
      { userId: ben.id, name: ben.name, newEmail: "b@new.example", by: ada.name },
      [/Ada Archer asked to change .* Ben Baker, an admin, to b@new/, /\/admin\/users\/.*\/edit$/m],
    ],
  ],
  second_step_reset: [[{ by: ada.name }, [/Ada Archer reset/, /\/sign-ins\/two-step/]]],
  confirm_email: [
    [{ changeId: link, by: ada.name }, [/Ada Archer entered this address/, /\/confirm-email\//]],
    [{ changeId: link, by: null }, [/You entered this address/]],
  ],
  email_change_begun: [
    [
      { changeId: link, newEmail: "b@new.example", by: ada.name, agrees: true },
      [/to b@new\.example/, /You are an admin/, /I agree:\nhttps:.*\/agree-to-email\//],
    ],
    [
      { changeId: link, newEmail: "b@new.example", by: null, agrees: false },
      [/You asked to change/, /^(?!.*agree-to-email)/s],
    ],
  ],
  email_changed: [[{ newEmail: "b@new.example" }, [/sign in to Alder Realty with b@new\.example/]]],
  same_person_confirmed: [
    [
      { by: ada.name, was: "Ben Baker (b@x)", is: "Ben Boll (c@x)", reason: "Married\nin May" },
      [/from Ben Baker \(b@x\) to Ben Boll \(c@x\)/, /^> Married\n> in May$/m],
    ],
  ],
  owner_made: [[{ name: ben.name, by: ada.name }, [/Ada Archer made Ben Baker an Account Owner/]]],
  user_inactivated: [
    [{ by: ada.name, line: "All the best!" }, [/made your user .* inactive/, /^> All the best!$/m]],
    [{ by: ada.name, line: "" }, [/^(?!.*> )/s]],
  ],
  contacts_received: [
    [
      { from: "Cleo Carter", by: ada.name, contacts: 1_500 },
      [/Ada Archer gave you 1,500 contacts of Cleo Carter/, new RegExp(`assignee=${ben.id}`)],
    ],
  ],
  spots_changed: [
    [
      { ...spots, what: "added", from: 10, to: 12, charged: { amount: 4_521, currency: "USD" } },
      [/Ada Archer added 2 user spots: there are 12 now instead of 10/, /\$45\.21/, /changes\//],
    ],
    [
      {
        ...{ ...spots, what: "scheduled" },
        bill: { before: 15_000, after: 12_000, currency: "USD", interval: "month" },
      },
      [
        /on there are 8 instead of 10, and the bill is \$120\.00 a month instead of \$150\.00\./,
        /can be cancelled until then/,
      ],
    ],
    [
      { ...spots, what: "replaced", forName: "Cleo Carter" },
      [/there are 8 instead of 10/, /Cleo Carter takes a spot that would have gone/],
    ],
    [{ ...spots, what: "cancelled" }, [/cancelled the reduction to 8 .* the 10 stay/]],
    [{ ...spots, what: "reduced" }, [/There are 8 user spots now instead of 10/]],
    [
      { ...spots, by: null, what: "reduced", to: 9, wanted: 8 },
      [/9 user spots now instead of 10\. They were to be 8/, /Make someone inactive/],
    ],
    [
      { ...spots, by: null, what: "kept", to: 10, wanted: 8 },
      [/The 10 user spots were to become 8, but all of them are used/],
    ],
  ],
  invoice_issued: [
    [
      {
        ...{ number: 9, amount: 18_000, currency: "USD", seats: 12 },
        ...{ from: "1 Dec 2026", until: "1 Jan 2027" },
      },
      [/12 user spots from 1 Dec 2026 until 1 Jan 2027: \$180\.00/, /charged to the card on file/],
    ],
  ],
  payment_due: [
    [
      { number: 9, amount: 18_000, currency: "USD", readOnlyAt: at },
      [/Invoice 9 over \$180\.00/, /12 Nov 2026, 12:00/, /\/admin\/subscription\/card$/m],
    ],
  ],
  subscription_cancelled: [
    [{ by: ada.name, endsAt: at }, [/Ada Archer cancelled/, /ends on 12 Nov 2026/, /resume it/]],
  ],
  subscription_ended: [
    [{ why: "cancelled" }, [/as it had been cancelled/, /start the subscription again/]],
    [{ why: "unpaid" }, [/an invoice had not been paid/]],
  ],
  confirm_card_change: [
    [
      { changeId: link, by: ada.name, holderName: "Rosa Alder", last4: "4417" },
      [/Ada Archer, an admin/, /Rosa Alder’s, which ends in 4417/, /\/confirm-card\//, /seven/],
    ],
  ],
  card_changed: [
    [
      { by: ada.name, holderName: "Rosa Alder", last4: "4417", billingEmail: "b@alder.example" },
      [/Rosa Alder’s card, which ends in 4417/, /Bills go to b@alder\.example/],
    ],
  ],
  owner_request_told: [
    [
      { ...asked, isConcerned: true },
      [
        /Ada Archer, an admin of Alder Realty, asked our support to lift your Account Owner status\./,
        /^> Has left$/m,
        /Agree or object:\nhttps:.*\/answer-owner-request\//,
        /before 12 Nov 2026, 12:00, unless you agree\. If you object, it stops/,
        /It is case 1042/,
      ],
    ],
    [
      { ...asked, isConcerned: false, capacity: "card_holder", successor: "Cleo Carter" },
      [
        /Ada Archer, the card holder of Alder Realty, asked .* lift Ben Baker's Account Owner status\. Cleo Carter becomes an Account Owner/,
        /See it, or object:\nhttps:.*\/answer-owner-request\//,
        /^(?!.*unless you agree)/s,
      ],
    ],
  ],
  owner_request_confirm: [
    [
      { caseNumber: 1042, confirmId: link, name: ben.name, by: "Rosa Alder", reason: "Has left" },
      [
        /gave the name Rosa Alder/,
        /See it and confirm:\nhttps:.*\/confirm-owner-request\//,
        /do nothing: without your confirmation nothing happens/,
      ],
    ],
  ],
  owner_request_ended: [
    [
      { ...ended, outcome: "carried_out", successor: "Cleo Carter", reason: "" },
      [
        /lifted the Account Owner status of Ben Baker and made Cleo Carter an Account Owner\. Ben Baker is an admin still/,
        /Manage Users:\nhttps:.*\/admin\/users$/m,
        /^(?!.*> )/s,
      ],
    ],
    [
      { ...ended, outcome: "carried_out", successor: "Cleo Carter", reason: "", you: "concerned" },
      [/lifted your Account Owner status and made Cleo Carter.*\. You are an admin still/],
    ],
    [
      { ...ended, outcome: "carried_out", successor: "Cleo Carter", reason: "", you: "successor" },
      [/status of Ben Baker and made you an Account Owner\./],
    ],
    [
      { ...ended, outcome: "carried_out", kind: "rescue", reason: "", you: "successor" },
      [/support made you an admin and an Account Owner of Alder Realty/],
    ],
    [
      { ...ended, outcome: "carried_out", kind: "rescue", reason: "" },
      [/made Ben Baker an admin and an Account Owner of Alder Realty/],
    ],
    [
      { ...ended, outcome: "refused", reason: "Nobody answers" },
      [/support refused it, and nothing was changed/, /^> Nobody answers$/m],
    ],
    [{ ...ended, outcome: "withdrawn", reason: "She stays" }, [/withdrawn/, /^> She stays$/m]],
    [{ ...ended, outcome: "withdrawn", reason: "" }, [/withdrawn, and nothing was changed\.$/m]],
    [{ ...ended, outcome: "expired", reason: "" }, [/open for 30 days, and nothing was changed/]],
  ],
  rescue_told: [
    [
      request,
      [
        /make Ben Baker an admin and an Account Owner/,
        /See it, or object:\nhttps:.*\/answer-owner-request\//,
        /sign in: that alone stops it/,
      ],
    ],
  ],
  inactivation_refused: [
    [
      { name: ben.name, scheduledBy: ada.name, runAt: at, why: "Ben is an Owner." },
      [/Ada Archer scheduled Ben Baker/, /12 Nov 2026, 12:00/, /^> Ben is an Owner\.$/m],
    ],
  ],
};

const cases = Object.entries(mails).flatMap(([kind, all]) =>
  all.map(([data, says], index) => [kind as MailKind, index, data, says] as const),
);

test.each(cases)(
  "the mail %s (%i) says all of it in plain text and in HTML",
  (kind, _n, data, says) => {
    const content = writeMail(kind, data, frame);
    const text = mailText(content, around);
    for (const pattern of says) expect(text).toMatch(pattern);
    expect(content.subject).toMatch(/^[^\n\r]{5,120}$/);
    const shown = textIn(mailHtml(content, around));
    for (const line of text.split(/\n+/).map((each) => each.replace(/^> |:$|^--$/, "").trim())) {
      expect(shown).toContain(line);
    }
  },
);

test("names cannot bring markup into a mail", () => {
  const name = `<img src=x onerror="alert('1')">&`;
  const content = writeMail("owner_made", { name, by: name }, frame);
  const html = mailHtml({ ...content, quote: name }, { ...around, greeting: `Hello ${name},` });
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
});

test("a right-to-left name turns nothing around but itself", () => {
  const content = writeMail("owner_made", { name: "ليلى حداد", by: ada.name }, frame);
  expect(content.before[0]).toContain("made \u2068ليلى حداد\u2069 an Account Owner");
});

/** What a reader of the HTML sees: its text without markup and style. */
function textIn(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, "")
    .replaceAll(/<br>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
