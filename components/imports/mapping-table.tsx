import { Table, Td, Th, Tr } from "#components/ui/table";
import { type FormState, fieldValues } from "#lib/form-state";
import { importFieldNames, importFields, type Mapping } from "#lib/imports/fields";

type MappingTableProps = {
  state: FormState<unknown>;
  columns: { name: string; values: string[] }[];
  mapping: Mapping;
};

/** Each column of the file with what stands in it first, and the field that it fills. */
export function MappingTable({ state, columns, mapping }: MappingTableProps) {
  const sent = fieldValues(state, "column");
  return (
    <Table caption="Columns of the file">
      <thead>
        <tr>
          <Th>Column</Th>
          <Th>First values</Th>
          <Th>Fills</Th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, values }, column) => {
          const title = name || `Column ${column + 1}`;
          const first = sent?.[column] ?? mapping[column] ?? "";
          const key = `${column}`;
          return (
            <Tr key={key}>
              <Td lead dir="auto">
                {title}
              </Td>
              <Td label="First values" long dir="auto">
                {values.length > 0 ? (
                  values.map(short).join(" · ")
                ) : (
                  <span className="muted">Empty</span>
                )}
              </Td>
              <Td label="Fills">
                <select
                  key={first}
                  name="column"
                  className="input"
                  aria-label={`What “${title}” fills`}
                  defaultValue={first}
                >
                  <option value="">Leave out</option>
                  {importFieldNames.map((field) => (
                    <option key={field} value={field}>
                      {importFields[field]}
                    </option>
                  ))}
                </select>
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
