import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listProgrammes } from "../../service.server.ts";
import { programmeStates } from "../codes.ts";
import { mayKeepProgrammes } from "../rules.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programmes";
import { AdmissionStands, ProgrammeStands } from "./ProgrammeStands.tsx";
import { programmesText } from "./programmes.text.ts";
import { narrowProgrammes, programmeTable } from "./table.ts";

/** The programmes the organisation acted for keeps or can apply to. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, programmeTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const rows = narrowProgrammes(language, await listProgrammes(work), state);
		return {
			...{ state, total: rows.length, mayBegin: mayKeepProgrammes(asker) },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, title: row.title, keeper: row.keeperName, commissioner: row.commissioner },
				...{ firstDay: row.firstDay, lastDay: row.lastDay, state: row.state, own: row.own?.state ?? null },
			})),
		};
	});
}

export default function Programmes({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmesText[language], programmeText[language]];
	const { columns } = text;
	const { state, rows, total, mayBegin } = loaderData;
	const action = mayBegin ? { action: { to: "/development/programmes/new", label: text.add } } : {};
	const day = (value: string) => formatShortDate(language, value);
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
				rowHref={(row) => `/development/programmes/${row.id}`}
				searchLabel={text.search}
				excel="/development/programmes.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: programmeStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{
						...{ name: "keeper", label: text.whose },
						choices: [
							{ value: "own", label: text.own },
							{ value: "others", label: text.others },
						],
					},
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "keeper", label: columns.keeper, cell: (row) => row.keeper, sort: true },
					{ key: "commissioner", label: columns.commissioner, cell: (row) => row.commissioner },
					{
						...{ key: "first-day", label: columns.when, sort: true },
						cell: (row) => `${day(row.firstDay)}–${day(row.lastDay)}`,
					},
					{
						...{ key: "state", label: columns.state, sort: true },
						cell: (row) => <ProgrammeStands state={row.state} />,
					},
					{ key: "own", label: columns.own, cell: (row) => row.own && <AdmissionStands state={row.own} /> },
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
