import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { researchKinds } from "../../knowledge/codes.ts";
import { needText } from "../../knowledge/text.ts";
import { mayEnter } from "../../rules.ts";
import { listResearch } from "../../service.server.ts";
import { researchStates } from "../codes.ts";
import { mayPropose, stateOf, takesPart } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/research-list";
import { researchPageText } from "./research.text.ts";
import { narrowResearch, researchTable } from "./table.ts";

/** What the organisation acted for proposes or is asked to take part in. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, researchTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const rows = narrowResearch(language, await listResearch(work), state);
		return {
			...{ state, total: rows.length, mayAdd: mayPropose(asker) },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => {
				const standing = row.asks.filter(({ withdrawnOn }) => withdrawnOn === null);
				return {
					...{ id: row.id, title: row.title, organisationName: row.organisationName, kind: row.kind },
					...{ lastDay: row.lastDay, isOwn: row.isOwn, state: stateOf(row) },
					...{ asked: standing.length, taking: standing.filter(takesPart).length },
					own: row.isOwn ? null : (standing[0] ?? null),
				};
			}),
		};
	});
}

const tones = { going: "info", returned: "success", ended: "neutral" } as const;

export default function ResearchList({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { columns } = text;
	const { state, rows, total, mayAdd } = loaderData;
	const action = mayAdd ? { action: { to: "/development/research/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...action}
				secondary={
					<Link className="ds-button" data-variant="tertiary" to="/development/research/asked">
						{text.whoIsAsked}
					</Link>
				}
			/>
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/research/${row.id}`}
				searchLabel={text.search}
				excel="/development/research.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: researchStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{
						...{ name: "whose", label: text.whose },
						choices: [
							{ value: "own", label: text.own },
							{ value: "others", label: text.others },
						],
					},
					{
						...{ name: "kind", label: columns.kind },
						choices: researchKinds.map((one) => ({ value: one, label: needText[language].kinds[one] })),
					},
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "organisation", label: columns.organisation, cell: (row) => row.organisationName, sort: true },
					{ key: "kind", label: columns.kind, cell: (row) => needText[language].kinds[row.kind] },
					{
						...{ key: "answers", label: columns.answers },
						cell: (row) => {
							if (row.isOwn) return row.asked === 0 ? "" : text.taking(row.taking, row.asked);
							if (!row.own) return "";
							return row.own.answer === null ? (
								<Status tone="warning">{text.waiting(formatShortDate(language, row.own.answerBy))}</Status>
							) : (
								words.answers[row.own.answer]
							);
						},
					},
					{
						...{ key: "last-day", label: columns.lastDay, sort: true },
						cell: (row) => formatShortDate(language, row.lastDay),
					},
					{
						...{ key: "state", label: columns.state },
						cell: (row) => <Status tone={tones[row.state]}>{words.states[row.state]}</Status>,
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} action={{ to: "/development/needs", label: needText[language].title }}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
