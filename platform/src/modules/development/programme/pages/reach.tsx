import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { sizeCut } from "../../cuts.ts";
import { readReach } from "../../service.server.ts";
import { experiences, heres } from "../codes.ts";
import { experienceOf, type ReachedGroup, reachedBy } from "../reach.ts";
import type { Route } from "./+types/reach";
import { narrowReach, reachTable } from "./reach-table.ts";
import { resultsText } from "./results.text.ts";

/** Whom a programme reaches, for whoever keeps it: by size, county and experience, and each municipality. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, reachTable);
	return reading(async (work) => {
		const { programme, reached } = (await readReach(work, params.programmeId)) ?? missing();
		const rows = narrowReach(language, reached, state);
		const counties = [...new Set(reached.flatMap(({ countyName }) => countyName ?? []))].toSorted((one, other) =>
			one.localeCompare(other, "nb"),
		);
		return {
			...{ id: programme.id, state, total: rows.length },
			rows: rows.slice(state.offset, state.offset + state.pageSize),
			bySize: reachedBy(reached, sizeCut.classes, sizeCut.classOf),
			byCounty: reachedBy(reached, counties, ({ countyName }) => countyName),
			byExperience: reachedBy(reached, experiences, experienceOf),
		};
	});
}

export default function Reach({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = resultsText[language].reach;
	const { columns, heres: steps } = text;
	const { id, state, rows, total, bySize, byCounty, byExperience } = loaderData;
	return (
		<Section title={text.title} lead={text.lead}>
			<Groups
				caption={text.byExperience}
				groups={byExperience.map((one) => ({
					...{ ...one, label: one.class === "unknown" ? text.sizes.unknown : text.experiences[one.class] },
				}))}
			/>
			<p className="quiet">{text.known}</p>
			<Groups caption={text.bySize} groups={bySize.map((one) => ({ ...one, label: text.sizes[one.class] }))} />
			<Groups
				caption={text.byCounty}
				groups={byCounty.map((one) => ({
					...{ ...one, label: one.class === "unknown" ? text.sizes.unknown : one.class },
				}))}
			/>
			<Table
				caption={text.list}
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/organisations/${row.id}`}
				searchLabel={text.search}
				excel={`/development/programmes/${id}/reach.xlsx`}
				filters={[
					{
						...{ name: "experience", label: text.experience },
						choices: experiences.map((one) => ({ value: one, label: text.experiences[one] })),
					},
					{ name: "here", label: text.here, choices: heres.map((one) => ({ value: one, label: steps[one] })) },
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
					{ key: "county", label: columns.county, cell: (row) => row.countyName, sort: true },
					{
						...{ key: "population", label: columns.population, numeric: true, sort: true },
						cell: (row) => (row.population === null ? <NoValue /> : formatNumber(language, row.population)),
					},
					{
						...{ key: "before", label: columns.before, numeric: true, sort: true },
						cell: (row) => formatNumber(language, row.before),
					},
					{ key: "here", label: columns.here, cell: (row) => steps[row.here] },
				]}
			/>
		</Section>
	);
}

/** How far each group has come, as part of all in it. */
function Groups({
	caption,
	groups,
}: {
	readonly caption: string;
	readonly groups: readonly (ReachedGroup<string> & { readonly label: string })[];
}) {
	const language = useLanguage();
	const text = resultsText[language].reach;
	const of = (part: number, whole: number) =>
		text.of(formatNumber(language, part), formatNumber(language, Math.round((100 * part) / whole)));
	return (
		<Table
			caption={caption}
			rows={groups}
			rowKey={({ label }) => label}
			columns={[
				{ key: "group", label: text.group, cell: ({ label }) => label },
				{ key: "count", label: text.count, numeric: true, cell: ({ count }) => formatNumber(language, count) },
				{ key: "invited", label: text.invited, numeric: true, cell: (row) => of(row.invited, row.count) },
				{ key: "applied", label: text.applied, numeric: true, cell: (row) => of(row.applied, row.count) },
				{ key: "admitted", label: text.admitted, numeric: true, cell: (row) => of(row.admitted, row.count) },
			]}
		/>
	);
}
