import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { actualText } from "../../actual/text.ts";
import { entryKinds, entryLevels } from "../../codes.ts";
import { mayPlan } from "../../rules.ts";
import { listEntries } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { nameOfEntry } from "../name.ts";
import { frameworkText } from "../text.ts";
import type { Route } from "./+types/framework";
import { frameworkTable } from "./table.ts";

/** What competence is counted by: the shared list, and what the organisation calls things itself. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, frameworkTable);
	const { search, sort, descending, filters, offset, pageSize } = state;
	return reading(async (work) => ({
		...(await listEntries(work, { ...filters, search, sort, descending, offset, pageSize })),
		...{ state, can: { add: mayPlan(await mandateOf(work)) } },
	}));
}

export default function Framework({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = frameworkText[language];
	const words = competenceText[language];
	const { state, rows, total, can } = loaderData;
	const { columns } = text;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.framework)}</title>
			<PageHeader
				title={words.framework}
				lead={text.lead}
				{...(can.add ? { action: { to: "/competence/framework/new", label: text.add } } : {})}
				secondary={
					can.add && (
						<Link className="ds-button" data-variant="secondary" to="/import/competence-framework">
							{actualText[language].import}
						</Link>
					)
				}
			/>
			<Table
				caption={words.framework}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/framework/${row.id}`}
				searchLabel={text.search}
				excel="/competence/framework.xlsx"
				filters={[
					{
						name: "kind",
						label: columns.kind,
						choices: entryKinds.map((one) => ({ value: one, label: words.kinds[one] })),
					},
					{
						name: "level",
						label: columns.level,
						choices: entryLevels.map((one) => ({ value: one, label: words.levels[one] })),
					},
					{
						name: "keeper",
						label: columns.keeper,
						choices: (["own", "shared"] as const).map((one) => ({ value: one, label: text.keepers[one] })),
					},
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => nameOfEntry(language, row), sort: true },
					{ key: "kind", label: columns.kind, cell: (row) => words.kinds[row.kind], sort: true },
					{
						key: "level",
						label: columns.level,
						cell: (row) => (row.level === null ? "" : words.levels[row.level]),
						sort: true,
					},
					{ key: "occupation", label: columns.occupation, cell: (row) => row.occupation ?? "", sort: true },
					{
						key: "keeper",
						label: columns.keeper,
						cell: (row) => (
							<Tag tone={row.isShared ? "neutral" : "info"}>{text.keepers[row.isShared ? "shared" : "own"]}</Tag>
						),
					},
					{
						key: "mapped",
						label: columns.mapped,
						cell: (row) => (row.mapped === null ? "" : nameOfEntry(language, row.mapped)),
					},
				]}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
			/>
		</div>
	);
}
