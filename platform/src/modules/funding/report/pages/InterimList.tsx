import { formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { InterimState } from "../codes.ts";
import { interimText } from "../interim.text.ts";
import { interimPath } from "../path.ts";
import { StateOfReport } from "./StateOfReport.tsx";

type InterimListProps = {
	readonly awardId: string;
	readonly rows: readonly { readonly dueOn: string; readonly state: InterimState }[];
};

/** The reports underway of an award, where it has any. */
export function InterimList({ awardId, rows }: InterimListProps) {
	const language = useLanguage();
	const text = interimText[language];
	if (rows.length === 0) return null;
	return (
		<Section title={text.list} lead={text.listLead} id="interim">
			<Table
				caption={text.list}
				hideCaption
				rows={rows}
				rowKey={({ dueOn }) => dueOn}
				rowHref={({ dueOn }) => interimPath(awardId, dueOn)}
				columns={[
					{ key: "due", label: text.columns.due, cell: ({ dueOn }) => formatShortDate(language, dueOn) },
					{ key: "state", label: text.columns.state, cell: ({ state }) => <StateOfReport state={state} /> },
				]}
			/>
		</Section>
	);
}
