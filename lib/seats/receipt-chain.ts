type Kind = "opened" | "added" | "reduced" | "kept" | "scheduled" | "replaced" | "cancelled";

/** A row of the ledger among those of its schedule and its neighbours. */
export type Chain = {
  kind: Kind;
  schedule: { id: string; replacesId: string | null } | null;
};

const isBeginning = (kind: Kind) => kind === "scheduled" || kind === "replaced";

/**
 * Of the rows around one: what scheduled it, what it took the place of, and what became of it since;
 * null each where there is none.
 */
export function placeOf<Row extends Chain>({ kind, schedule }: Chain, rows: Row[]) {
  const own = rows.filter((row) => row.schedule?.id === schedule?.id);
  const begins = isBeginning(kind);
  const find = (among: Row[], test: (row: Row) => boolean) => among.find(test) ?? null;
  return {
    origin: begins ? null : find(own, (row) => isBeginning(row.kind)),
    replaced:
      kind === "replaced"
        ? find(rows, (row) => row.schedule?.id === schedule?.replacesId && isBeginning(row.kind))
        : null,
    fate: begins
      ? (find(own, (row) => !isBeginning(row.kind)) ??
        find(rows, (row) => isBeginning(row.kind) && row.schedule?.replacesId === schedule?.id))
      : null,
  };
}
