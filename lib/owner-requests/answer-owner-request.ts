import { and, eq } from "drizzle-orm";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { lockAccount } from "#lib/change";
import { findLetter, type Letter } from "#lib/owner-requests/find-letter";
import { whyNotAnswer } from "#lib/owner-requests/rules";
import type { AnswerOwnerRequest } from "#lib/owner-requests/schema";
import { Refusal } from "#lib/refusal";
import { type Tx, transact } from "#lib/transaction";

/**
 * Who was told of a case answers by the link in their letter: the Owner concerned may agree, and
 * everybody may object, also after having agreed. The same answer sent again is done already.
 */
export async function answerOwnerRequest(input: AnswerOwnerRequest): Promise<void> {
  const { accountId, token, answer } = input;
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    if (!(await findLetter(tx, accountId, token))) throw new Refusal("letter_over");
    await lockAccount(tx, accountId);
    const letter = await findLetter(tx, accountId, token);
    if (!letter) throw new Refusal("letter_over");
    if (letter.answer === answer) return;
    const why = whyNotAnswer(letter, answer);
    if (why) throw new Refusal(why);
    // What it means for the case, the database writes.
    await tx
      .update(ownerRequestLetters)
      .set({ answer, words: answer === "objected" ? input.words : "" })
      .where(
        and(eq(ownerRequestLetters.accountId, accountId), eq(ownerRequestLetters.id, letter.id)),
      );
    await recordAnswer(tx, actor, letter, input);
  });
}

async function recordAnswer(
  tx: Tx,
  actor: System,
  { userId, userName, address, request }: Letter,
  { answer, words }: AnswerOwnerRequest,
): Promise<void> {
  const { number: caseNumber } = request;
  const user = userId && userName ? { id: userId, name: userName } : undefined;
  if (answer === "agreed") {
    await record(tx, actor, { kind: "owner_request.agreed", user, data: { caseNumber } });
    return;
  }
  const byAddress = address ?? undefined;
  const data = { caseNumber, words, ...(byAddress && { byAddress }) };
  await record(tx, actor, { kind: "owner_request.objected", user, data });
}
