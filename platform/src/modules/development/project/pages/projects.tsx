import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayBegin, mayEnter } from "../../rules.ts";
import { statusText } from "../../status/text.ts";
import { projectStates } from "../codes.ts";
import { listProjects } from "../service.server.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/projects";
import { ProjectStands } from "./ProjectStands.tsx";
import { projectsText } from "./projects.text.ts";
import { goalsOf, narrowProjects, projectTable } from "./table.ts";

/** The projects of the organisation acted for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, projectTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const all = await listProjects(work);
		const rows = narrowProjects(language, all, state);
		const units = new Map(all.flatMap(({ unitId, unitName }) => (unitId && unitName ? [[unitId, unitName]] : [])));
		const goals = all.map(goalsOf);
		return {
			...{ state, total: rows.length },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, title: row.title, unitName: row.unitName, leaderName: row.leaderName, state: row.state },
				...{ stall: row.stalls[0], lastDay: row.lastDay, goals: goalsOf(row) },
				latest: row.latest === null ? null : { onDay: row.latest.onDay, standing: row.latest.standing },
			})),
			units: [...units].map(([value, label]) => ({ value, label })),
			documented: {
				all: goals.reduce((sum, one) => sum + one.all, 0),
				of: goals.reduce((sum, one) => sum + one.documented, 0),
			},
			can: { begin: mayBegin(asker) },
		};
	});
}

export default function Projects({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectsText[language], projectText[language]];
	const { columns } = text;
	const { state, rows, total, units, documented, can } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const action = can.begin ? { action: { to: "/development/projects/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.lead} {...action} />
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/projects/${row.id}`}
				searchLabel={text.search}
				excel="/development/projects.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: projectStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{ name: "stall", label: columns.stall, choices: [{ value: "yes", label: text.anyStall }] },
					{ name: "unit", label: columns.unit, choices: units },
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName ?? "" },
					{ key: "leader", label: columns.leader, cell: (row) => row.leaderName, sort: true },
					{
						...{ key: "state", label: columns.state, sort: true },
						cell: (row) => <ProjectStands state={row.state} stall={row.stall} />,
					},
					{
						...{ key: "status", label: columns.status, sort: true },
						cell: (row) =>
							row.latest && (
								<>
									{statusText[language].standings[row.latest.standing]}{" "}
									<span className="quiet">{formatShortDate(language, row.latest.onDay)}</span>
								</>
							),
					},
					{
						...{ key: "goals", label: columns.goals, numeric: true },
						cell: (row) => (row.goals.all === 0 ? "" : text.goalsOf(number(row.goals.reached), number(row.goals.all))),
					},
					{
						...{ key: "last-day", label: columns.lastDay, sort: true },
						cell: (row) => formatShortDate(language, row.lastDay),
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
			{documented.all > 0 && <p className="quiet">{text.reachedNote(number(documented.of), number(documented.all))}</p>}
		</div>
	);
}
