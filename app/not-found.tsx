import { BareShell } from "#components/shell/bare-shell";
import { NothingHere } from "#components/shell/nothing-here";

export default function RootNotFound() {
  return (
    <BareShell>
      <NothingHere />
    </BareShell>
  );
}
