import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";

type OpenTransfersProps = {
  transfers: { id: string; fromName: string | null; percent: number }[];
};

/** Large reassignments that are under way, each led to; nothing where there is none. */
export function OpenTransfers({ transfers }: OpenTransfersProps) {
  return transfers.map(({ id, fromName, percent }) => (
    <Notice key={id}>
      <TextLink href={`/transfers/${id}`}>
        {fromName ? (
          <>
            A reassignment of <bdi>{fromName}</bdi>'s contacts
          </>
        ) : (
          "A reassignment of contacts"
        )}
      </TextLink>{" "}
      is being prepared: {percent} %.
    </Notice>
  ));
}
