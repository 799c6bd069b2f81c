import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listNeeds } from "../../service.server.ts";
import { needStates, researchKinds } from "../codes.ts";
import { mayNoteNeeds } from "../rules.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/needs";
import { needPageText } from "./need.text.ts";
import { narrowNeeds, needTable } from "./table.ts";

/** What the organisation acted for needs to know, and what others have chosen to show. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, needTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const rows = narrowNeeds(language, await listNeeds(work), state);
		return {
			...{ state, total: rows.length, mayAdd: mayNoteNeeds(asker) },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, question: row.question, organisationName: row.organisationName, fits: row.fits },
				...{ importance: row.importance, neededBy: row.neededBy, closedBecause: row.closedBecause },
			})),
		};
	});
}

export default function Needs({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const { columns } = text;
	const { state, rows, total, mayAdd } = loaderData;
	const action = mayAdd ? { action: { to: "/development/needs/new", label: text.add } } : {};
	const importance = (one: number) => words.importances[one === 1 ? 1 : one === 2 ? 2 : 3];
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
				rowHref={(row) => `/development/needs/${row.id}`}
				searchLabel={text.search}
				excel="/development/needs.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: needStates.map((one) => ({ value: one, label: one === "open" ? text.open : text.closed })),
					},
					{
						...{ name: "whose", label: text.whose },
						choices: [
							{ value: "own", label: text.own },
							{ value: "others", label: text.others },
						],
					},
					{
						...{ name: "kind", label: columns.fits },
						choices: researchKinds.map((one) => ({ value: one, label: words.kinds[one] })),
					},
				]}
				columns={[
					{ key: "question", label: columns.question, cell: (row) => row.question, sort: true },
					{ key: "organisation", label: columns.organisation, cell: (row) => row.organisationName, sort: true },
					{ key: "fits", label: columns.fits, cell: (row) => row.fits.map((one) => words.kinds[one]).join(", ") },
					{
						...{ key: "importance", label: columns.importance, sort: true },
						cell: (row) => importance(row.importance),
					},
					{
						...{ key: "needed-by", label: columns.neededBy, sort: true },
						cell: (row) => row.neededBy && formatShortDate(language, row.neededBy),
					},
					{
						...{ key: "state", label: columns.state },
						cell: (row) =>
							row.closedBecause === null ? (
								<Status tone="info">{text.open}</Status>
							) : (
								<Status tone="success">{words.closings[row.closedBecause]}</Status>
							),
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
