import { sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Tx } from "#lib/transaction";
import type { Meant } from "#lib/transfers/meant";
import { contactsWithAssignee, isMeant } from "#lib/transfers/picked-contacts";
import { ruleValue } from "#lib/transfers/piece-of";
import type { RuleField } from "#lib/transfers/plan";
import { RULE_VALUES } from "#lib/transfers/plan-schema";

/** A value that occurs, as it is spelt in one of the contacts; empty where they have none. */
export type RuleValue = { value: string; label: string; contacts: number };

/** By what a rule could share these contacts out: letters as in an index, all else most frequent first. */
export async function listRuleValues(
  tx: Tx,
  accountId: string,
  meant: Meant,
  by: RuleField,
): Promise<RuleValue[]> {
  const spelt = {
    state: contacts.state,
    company: contacts.company,
    letter: sql`upper(${ruleValue("letter")})`,
  };
  const values = await tx.execute<RuleValue>(sql`
    select ${ruleValue(by)} as value, btrim(max(${spelt[by]})) as label, count(*)::int as contacts
    from ${contactsWithAssignee} where ${isMeant(accountId, meant)}
    group by 1 order by count(*) desc, 1 limit ${RULE_VALUES}`);
  return by === "letter" ? values.toSorted(byLabel) : values;
}

const { compare } = new Intl.Collator("en");

function byLabel(one: RuleValue, other: RuleValue): number {
  return compare(one.label, other.label);
}
