import { formatNumber, formatShortDate } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readAdvised } from "../../service.server.ts";
import { adviceHows } from "../codes.ts";
import { type Split, splitOf } from "../rules.ts";
import { adviceText } from "../text.ts";
import type { Route } from "./+types/advised";
import { advisedTable, narrowAdvised } from "./table.ts";

/** The projects of a programme for whoever keeps it: how clear their purposes and goals are, and which nobody has read. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, advisedTable);
	return reading(async (work) => {
		const { programme, projects } = (await readAdvised(work, params.programmeId)) ?? missing();
		const rows = narrowAdvised(language, projects, state);
		return {
			...{ id: programme.id, state, total: rows.length, split: splitOf(projects) },
			rows: rows
				.slice(state.offset, state.offset + state.pageSize)
				.map(({ id, title, municipality, advice }) => ({ id, title, municipality, advice })),
		};
	});
}

export default function AdvisedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = adviceText[language];
	const { columns } = text;
	const { id, state, rows, total, split } = loaderData;
	return (
		<Section title={text.title} lead={text.lead}>
			{split.all > 0 && <SplitTables split={split} />}
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/programmes/${id}/projects/${row.id}`}
				searchLabel={text.search}
				excel={`/development/programmes/${id}/projects.xlsx`}
				filters={[
					{ name: "how", label: text.how, choices: adviceHows.map((one) => ({ value: one, label: text.hows[one] })) },
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "municipality", label: columns.municipality, cell: (row) => row.municipality, sort: true },
					{
						...{ key: "purpose", label: columns.purpose },
						cell: ({ advice }) => (advice === null ? <NoValue /> : text.purposes[advice.purpose]),
					},
					{
						...{ key: "goals", label: columns.goals },
						cell: ({ advice }) => (advice === null ? <NoValue /> : text.goals[advice.goals]),
					},
					{
						...{ key: "on", label: columns.on, sort: true },
						cell: ({ advice }) => (advice === null ? <NoValue /> : formatShortDate(language, advice.onDay)),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
		</Section>
	);
}

/** How purposes and goals read, as parts of those that have been read. */
function SplitTables({ split: { all, read, purposes, goals } }: { readonly split: Split }) {
	const language = useLanguage();
	const text = adviceText[language];
	const words = text.split;
	const number = (value: number) => formatNumber(language, value);
	if (read === 0) return <p className="quiet">{words.nothing}</p>;
	const table = (caption: string, parts: readonly { readonly label: string; readonly count: number }[]) => (
		<Table
			caption={caption}
			rows={parts}
			rowKey={({ label }) => label}
			columns={[
				{ key: "reading", label: words.reading, cell: ({ label }) => label },
				{
					...{ key: "count", label: words.count, numeric: true },
					cell: ({ count }) => words.of(number(count), number(Math.round((100 * count) / read))),
				},
			]}
		/>
	);
	return (
		<>
			<p>{words.base(number(read), number(all))}</p>
			{table(
				words.purposes,
				purposes.map(({ reading, count }) => ({ label: text.purposes[reading], count })),
			)}
			{table(
				words.goals,
				goals.map(({ reading, count }) => ({ label: text.goals[reading], count })),
			)}
		</>
	);
}
