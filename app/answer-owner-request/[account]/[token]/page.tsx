import { z } from "zod";
import { answerOwnerRequestAction } from "#app/answer-owner-request/[account]/[token]/actions";
import { HelpLink } from "#components/help/help-link";
import { LetterAnswer } from "#components/owner-requests/letter-answer";
import { CenteredShell } from "#components/shell/centered-shell";
import { findLinkedLetter } from "#lib/owner-requests/find-letter";
import { readerOf } from "#lib/reader";
import { supportEmail } from "#lib/support-email";

/** Where the link in the mail to whoever is told of a case leads. */
export default async function AnswerOwnerRequestPage(
  props: PageProps<"/answer-owner-request/[account]/[token]">,
) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const letter = accountId.success ? await findLinkedLetter(accountId.data, token) : null;
  return (
    <CenteredShell
      title="Account Owner request"
      aside={<HelpLink page="when-an-account-owner-leaves" />}
      description={letter?.isOpen && `Case ${letter.request.number}, ${letter.accountName}`}
      supportEmail={supportEmail()}
    >
      <LetterAnswer
        letter={letter}
        dates={await readerOf(letter?.timeZone ?? "UTC")}
        action={answerOwnerRequestAction}
        accountId={account}
        token={token}
      />
    </CenteredShell>
  );
}
