import { sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Member } from "#lib/actor";
import { isReadOnly } from "#lib/read-only";
import { read, type Tx } from "#lib/transaction";
import { chosenPlan } from "#lib/transfers/chosen-plan";
import { countMeant, sumOf } from "#lib/transfers/count-meant";
import { listColleagues } from "#lib/transfers/list-colleagues";
import type { Meant } from "#lib/transfers/meant";
import { contactsWithAssignee, isMeant } from "#lib/transfers/picked-contacts";
import { receivers } from "#lib/transfers/plan";
import { listReceivers, previewPlan } from "#lib/transfers/preview-plan";
import type { ReassignAddress } from "#lib/transfers/reassign-address";
import { listRuleValues } from "#lib/transfers/rule-values";
import { whyNotReassign } from "#lib/transfers/rules";

const NAMED = 10;

/** Which contacts are meant and whose they are, who can receive them, and what a chosen plan does. */
export function getReassignPage(actor: Member, address: ReassignAddress) {
  const { accountId } = actor;
  const { meant, choices, colleague } = address;
  return read(actor, async (tx) => {
    const holders = await countMeant(tx, accountId, meant);
    const total = sumOf(holders);
    const whyNot = isReadOnly(actor) ? "account_read_only" : whyNotReassign(actor, holders);
    const chosen = chosenPlan(choices);
    const plan = "plan" in chosen && address.wantsPreview && !whyNot ? chosen.plan : null;
    const [chosenContacts, colleagues, ruleValues, preview] = await Promise.all([
      nameChosen(tx, accountId, meant),
      findColleagues(tx, accountId, {
        without: holders.length === 1 ? holders.map(({ id }) => id) : [],
        search: colleague,
        chosen: "plan" in chosen ? receivers(chosen.plan) : [],
      }),
      choices.how === "rule" && !whyNot ? listRuleValues(tx, accountId, meant, choices.by) : [],
      plan && previewPlan(tx, accountId, { meant, plan, holders }),
    ]);
    return {
      holders,
      total,
      /** The first of the contacts that were chosen one by one. */
      chosen: chosenContacts,
      /** Of other people, where only the own ones may be reassigned. */
      others: sumOf(holders.filter(({ id }) => id !== actor.userId)),
      whyNot,
      problem: "problem" in chosen && address.wantsPreview ? chosen.problem : null,
      colleagues,
      ruleValues,
      preview: plan && preview ? { ...preview, plan } : null,
    };
  });
}

type Wanted = { without: string[]; search: string; chosen: string[] };

/** Those to choose from; whoever is chosen already stays in the list, whatever is searched for. */
async function findColleagues(tx: Tx, accountId: string, { without, search, chosen }: Wanted) {
  const [found, chosenOnes] = await Promise.all([
    listColleagues(tx, accountId, without, search),
    listReceivers(tx, accountId, chosen),
  ]);
  const missing = chosenOnes.filter(
    ({ id, status }) => status === "active" && !found.shown.some((shown) => shown.id === id),
  );
  return {
    ...found,
    shown: [...missing.map(({ id, name, email }) => ({ id, name, email })), ...found.shown],
  };
}

async function nameChosen(tx: Tx, accountId: string, meant: Meant) {
  if (!("contactIds" in meant) || meant.contactIds.length === 0) return [];
  return tx.execute<{ id: string; name: string }>(sql`
    select ${contacts.id}, ${contacts.name} from ${contactsWithAssignee}
    where ${isMeant(accountId, meant)} order by ${contacts.nameKey}, ${contacts.id} limit ${NAMED}`);
}
