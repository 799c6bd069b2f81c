import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { endingText } from "../../ending/text.ts";
import { readGuided } from "../../service.server.ts";
import { statusText } from "../../status/text.ts";
import { guidedHows } from "../codes.ts";
import { isLate } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/guided";
import { reachedText } from "./reached.text.ts";
import { guidedTable, narrowGuided } from "./table.ts";

/** The projects of those who have let the organisation acted for in, for its advisers. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, guidedTable);
	return reading(async (work) => {
		const { projects, letIn } = (await readGuided(work)) ?? missing();
		const rows = narrowGuided(language, projects, state, work.today);
		return {
			...{ state, total: rows.length, letIn },
			rows: rows
				.slice(state.offset, state.offset + state.pageSize)
				.map((row) => ({ ...row, late: isLate(row, work.today) })),
		};
	});
}

const tones = { "as-planned": "success", behind: "warning", stuck: "danger" } as const;

export default function GuidedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reachedText[language].guided;
	const { columns } = text;
	const { state, rows, total, letIn } = loaderData;
	const day = (value: string | null) => (value === null ? <NoValue /> : formatShortDate(language, value));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				{...(letIn === 0 ? {} : { lead: text.lead(letIn) })}
				trail={[{ to: "/development/help", label: helpText[language].title }]}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/help/reached/${row.organisationId}`}
				searchLabel={text.search}
				excel="/development/help/projects.xlsx"
				filters={[
					{
						...{ name: "how", label: text.how },
						choices: guidedHows.map((one) => ({ value: one, label: text.hows[one] })),
					},
				]}
				columns={[
					{ key: "organisation", label: columns.organisation, cell: (row) => row.organisationName, sort: true },
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "purpose", label: columns.purpose, cell: (row) => row.purpose },
					{ key: "leader", label: columns.leader, cell: (row) => row.leaderName },
					{
						...{ key: "status", label: columns.status, sort: true },
						cell: (row) => (
							<>
								{row.statusOn === null ? text.none : day(row.statusOn)}{" "}
								{row.late && <Status tone="warning">{text.late}</Status>}
							</>
						),
					},
					{
						...{ key: "standing", label: columns.standing },
						cell: (row) => {
							if (row.state === "ended")
								return row.outcome === null ? text.ended : endingText[language].outcomes[row.outcome];
							return (
								row.standing !== null && (
									<Status tone={tones[row.standing]}>{statusText[language].standings[row.standing]}</Status>
								)
							);
						},
					},
					{ key: "last-day", label: columns.lastDay, cell: (row) => day(row.lastDay), sort: true },
					{ key: "contact", label: columns.contact, cell: (row) => day(row.lastContact) },
					{
						...{ key: "card", label: columns.card },
						cell: (row) =>
							row.cardId !== null && (
								<Link className="ds-link" to={`/development/practice/${row.cardId}`}>
									{text.toCard}
								</Link>
							),
					},
				]}
				empty={<EmptyState title={text.empty}>{text.emptyBody}</EmptyState>}
			/>
		</div>
	);
}
