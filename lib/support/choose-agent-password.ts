import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { supportAgents, supportLinks } from "#db/schema/support-agents";
import { tokenHash } from "#lib/links";
import { Refusal } from "#lib/refusal";
import { hashPassword, isPassword } from "#lib/sessions/password";
import { whyNotPassword } from "#lib/sessions/rules";
import type { ChooseAgentPassword } from "#lib/sessions/schema";
import { endAgentLinks, type FoundAgentLink, findAgentLink } from "#lib/support/agent-link";
import { recordEvent } from "#lib/support/record-event";
import { read, type Tx, transact } from "#lib/transaction";

const REPEAT_MINUTES = 1;

/** Chooses a password by a link from a lead or a command; the same form sent again is done already. */
export async function chooseAgentPassword({ token, password }: ChooseAgentPassword): Promise<void> {
  const link = await findAgentLink(token);
  if (link?.isOpen) {
    const why = whyNotPassword(password, { ...link, accountName: "Handover support console" });
    if (why) throw new Refusal(why);
    // Hashing is the slow part: not with a row locked, and not for a link that does not work.
    if (await setPassword(link, await hashPassword(password))) return;
  }
  if (!(await isChosenBy(token, password))) throw new Refusal("agent_link_dead");
}

/** False where the link has been used or ended since it was looked at. */
function setPassword(link: FoundAgentLink, passwordHash: string): Promise<boolean> {
  const isAgent = eq(supportAgents.id, link.agentId);
  return transact({ kind: "console" }, async (tx) => {
    // The agent first: whoever makes them inactive, or resets access, ends the link after that.
    const [agent] = await tx
      .select({ status: supportAgents.status })
      .from(supportAgents)
      .where(isAgent)
      .for("no key update");
    if (agent?.status !== "active" || !(await takeLink(tx, link.id))) return false;
    await endAgentLinks(tx, link.agentId);
    await tx.update(supportAgents).set({ passwordHash }).where(isAgent);
    await recordEvent(tx, link, { kind: "agent.password_chosen", data: {} });
    return true;
  });
}

async function takeLink(tx: Tx, linkId: string): Promise<boolean> {
  const used = await tx
    .update(supportLinks)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(supportLinks.id, linkId),
        isNull(supportLinks.usedAt),
        isNull(supportLinks.endedAt),
        gt(supportLinks.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: supportLinks.id });
  return used.length > 0;
}

/** Whether this link was used a moment ago to choose this very password: later it would be guessing. */
async function isChosenBy(token: string, password: string): Promise<boolean> {
  const [row] = await read({ kind: "console" }, (tx) =>
    tx
      .select({ passwordHash: supportAgents.passwordHash })
      .from(supportLinks)
      .innerJoin(supportAgents, eq(supportAgents.id, supportLinks.agentId))
      .where(
        and(
          eq(supportLinks.tokenHash, tokenHash(token)),
          gt(supportLinks.usedAt, sql`now() - make_interval(mins => ${REPEAT_MINUTES})`),
          eq(supportAgents.status, "active"),
        ),
      ),
  );
  return row ? isPassword(password, row.passwordHash) : false;
}
