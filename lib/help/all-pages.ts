import type { HelpPage } from "#lib/help/help-page";
import { accountLog } from "#lib/help/pages/account-log";
import { accountOwners } from "#lib/help/pages/account-owners";
import { addingAUser } from "#lib/help/pages/adding-a-user";
import { addingContacts } from "#lib/help/pages/adding-contacts";
import { deletingContacts } from "#lib/help/pages/deleting-contacts";
import { editingAUser } from "#lib/help/pages/editing-a-user";
import { exportingContacts } from "#lib/help/pages/exporting-contacts";
import { findingContacts } from "#lib/help/pages/finding-contacts";
import { historyKeepsItsAuthor } from "#lib/help/pages/history-keeps-its-author";
import { importingContacts } from "#lib/help/pages/importing-contacts";
import { inactiveOnADate } from "#lib/help/pages/inactive-on-a-date";
import { mailsFromHandover } from "#lib/help/pages/mails-from-handover";
import { makingAUserActiveAgain } from "#lib/help/pages/making-a-user-active-again";
import { makingAUserInactive } from "#lib/help/pages/making-a-user-inactive";
import { mySignIns } from "#lib/help/pages/my-sign-ins";
import { oneUserIsOnePerson } from "#lib/help/pages/one-user-is-one-person";
import { passwords } from "#lib/help/pages/passwords";
import { reassigningContacts } from "#lib/help/pages/reassigning-contacts";
import { reducingUserSpots } from "#lib/help/pages/reducing-user-spots";
import { roles } from "#lib/help/pages/roles";
import { severalUsersAtOnce } from "#lib/help/pages/several-users-at-once";
import { signingIn } from "#lib/help/pages/signing-in";
import { theCardHolder } from "#lib/help/pages/the-card-holder";
import { trialAndPayment } from "#lib/help/pages/trial-and-payment";
import { twoStepSignIn } from "#lib/help/pages/two-step-sign-in";
import { userSpotsAndTheBill } from "#lib/help/pages/user-spots-and-the-bill";
import { whatHappensToTheContacts } from "#lib/help/pages/what-happens-to-the-contacts";
import { whenAnAccountOwnerLeaves } from "#lib/help/pages/when-an-account-owner-leaves";
import { type HelpSlug, helpSubjects } from "#lib/help/subjects";

export type FoundPage = HelpPage & { slug: HelpSlug };

// A record over every slug: a page that is missing, or stands nowhere, does not compile.
const pageOf: Record<HelpSlug, HelpPage> = {
  "account-log": accountLog,
  "account-owners": accountOwners,
  "adding-a-user": addingAUser,
  "adding-contacts": addingContacts,
  "deleting-contacts": deletingContacts,
  "editing-a-user": editingAUser,
  "exporting-contacts": exportingContacts,
  "finding-contacts": findingContacts,
  "history-keeps-its-author": historyKeepsItsAuthor,
  "importing-contacts": importingContacts,
  "inactive-on-a-date": inactiveOnADate,
  "mails-from-handover": mailsFromHandover,
  "making-a-user-active-again": makingAUserActiveAgain,
  "making-a-user-inactive": makingAUserInactive,
  "my-sign-ins": mySignIns,
  "one-user-is-one-person": oneUserIsOnePerson,
  passwords,
  "reducing-user-spots": reducingUserSpots,
  roles,
  "several-users-at-once": severalUsersAtOnce,
  "signing-in": signingIn,
  "the-card-holder": theCardHolder,
  "trial-and-payment": trialAndPayment,
  "two-step-sign-in": twoStepSignIn,
  "user-spots-and-the-bill": userSpotsAndTheBill,
  "reassigning-contacts": reassigningContacts,
  "what-happens-to-the-contacts": whatHappensToTheContacts,
  "when-an-account-owner-leaves": whenAnAccountOwnerLeaves,
};

/** Every page, in the order of the index. */
export const helpPages: FoundPage[] = helpSubjects.flatMap(({ slugs }) => slugs.map(getHelpPage));

export function getHelpPage(slug: HelpSlug): FoundPage {
  return { slug, ...pageOf[slug] };
}

/** The page that an address names, or null. */
export function findHelpPage(slug: string): FoundPage | null {
  return helpPages.find((page) => page.slug === slug) ?? null;
}
