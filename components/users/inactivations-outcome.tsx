import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { NextSteps } from "#components/users/next-steps";
import { usersTrail } from "#components/users/users-trail";
import { numberText, plural } from "#lib/plurals";
import type { DescribedResults } from "#lib/users/describe-results";

/** What making several users inactive did, for each of them, and what usually comes next. */
export function InactivationsOutcome({ users, room, finalStep }: DescribedResults) {
  const done = users.filter(({ isDone }) => isDone);
  const refused = users.filter(({ isDone }) => !isDone);
  return (
    <>
      <PageHeader
        title={`${numberText(done.length)} of ${plural(users.length, "user")} made inactive`}
        breadcrumb={usersTrail}
      />
      <Notice
        tone={refused.length > 0 ? "warn" : "ok"}
        focus
        title={
          done.length > 0
            ? `${plural(done.length, "user")} ${done.length === 1 ? "is" : "are"} inactive now.`
            : "Nobody was made inactive."
        }
      >
        {refused.length > 0 &&
          `${plural(refused.length, "user")} ${refused.length === 1 ? "was" : "were"} refused, as said below. That did not stop the others.`}
      </Notice>
      {done.length > 0 && (
        <Section title="What happened">
          <ul className="list">
            {done.map(({ id, name, text }) => (
              <li key={id}>
                <TextLink href={`/admin/users/${id}/inactivate`}>
                  <bdi>{name}</bdi>
                </TextLink>
                : {text}.
              </li>
            ))}
          </ul>
        </Section>
      )}
      {refused.length > 0 && (
        <Section title="Refused">
          <ul className="list">
            {refused.map(({ id, name, text }) => (
              <li key={id}>
                {name && (
                  <>
                    <bdi>{name}</bdi>:{" "}
                  </>
                )}
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {room && <NextSteps room={room} finalStep={finalStep} />}
      <div className="cluster">
        <BackToUsers />
      </div>
    </>
  );
}
