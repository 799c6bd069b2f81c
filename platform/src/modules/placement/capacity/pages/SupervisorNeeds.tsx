import { defineText, formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { MeasureStatus } from "../../../competence/measure/codes.ts";
import { measureText } from "../../../competence/measure/text.ts";

export type SupervisorNeed = {
	readonly id: string;
	readonly title: string;
	readonly unitName: string | null;
	readonly persons: number | null;
	readonly dueOn: string | null;
	readonly status: MeasureStatus;
};

const text = defineText({
	nb: {
		title: "Nye veiledere i kompetanseplanen",
		lead: "Tiltak som skal gi dere flere praksisveiledere, og med det flere plasser. De føres og endres under Kompetanse.",
		columns: { title: "Tiltak", unit: "Enhet", persons: "Veiledere", due: "Frist", status: "Status" },
	},
	nn: {
		title: "Nye rettleiarar i kompetanseplanen",
		lead: "Tiltak som skal gi dykk fleire praksisrettleiarar, og med det fleire plassar. Dei blir førte og endra under Kompetanse.",
		columns: { title: "Tiltak", unit: "Eining", persons: "Rettleiarar", due: "Frist", status: "Status" },
	},
	en: {
		title: "New supervisors in the competence plan",
		lead: "Measures that are to give you more placement supervisors, and more places with them. They are kept under Competence.",
		columns: { title: "Measure", unit: "Unit", persons: "Supervisors", due: "Deadline", status: "Status" },
	},
});

/** What the competence plans are to give of supervisors: places follow from them. */
export function SupervisorNeeds({ needs }: { readonly needs: readonly SupervisorNeed[] }) {
	const language = useLanguage();
	const { title, lead, columns } = text[language];
	const { statuses, wholeScope } = measureText[language];
	return (
		<Section title={title} lead={lead}>
			<Table
				caption={title}
				hideCaption
				rows={needs}
				rowKey={({ id }) => id}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName ?? wholeScope },
					{
						...{ key: "persons", label: columns.persons, numeric: true },
						cell: (row) => (row.persons === null ? "" : formatNumber(language, row.persons)),
					},
					{
						...{ key: "due", label: columns.due },
						cell: (row) => (row.dueOn === null ? "" : formatShortDate(language, row.dueOn)),
					},
					{ key: "status", label: columns.status, cell: (row) => statuses[row.status] },
				]}
			/>
		</Section>
	);
}
