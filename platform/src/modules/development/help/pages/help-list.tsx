import { formatNumber } from "../../../../language.ts";
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
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listHelp } from "../../service.server.ts";
import { helpWays } from "../codes.ts";
import { mayGuide, mayHelp, offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/help-list";
import { helpPageText } from "./help.text.ts";
import { OfferStands } from "./OfferStands.tsx";
import { Room } from "./Room.tsx";
import { reachedText } from "./reached.text.ts";
import { helpTable, narrowHelp } from "./table.ts";

/** What anybody helps with, and where it stands for the organisation acted for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	const state = tableState(url, helpTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const all = await listHelp(work);
		const rows = narrowHelp(language, all, state);
		// A municipality comes to get help; what it gives others itself is the exception.
		const helps = actor.organisationKind !== "municipality" || all.some(({ isOwn }) => isOwn);
		return {
			...{ state, total: rows.length, mayAdd: mayHelp(asker), helps, mayGuide: mayGuide(asker) },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map(({ offers, ...row }) => {
				const own = row.isOwn ? undefined : offers.find(({ withdrawnOn }) => withdrawnOn === null);
				return {
					...{ id: row.id, title: row.title, organisationName: row.organisationName, way: row.way },
					...{ kilometres: row.kilometres, queue: row.queue, atOnce: row.atOnce, ended: row.endedOn !== null },
					own: own === undefined ? null : offerStateOf(own),
				};
			}),
		};
	});
}

export default function HelpList({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { columns } = text;
	const { state, rows, total, mayAdd, helps, mayGuide } = loaderData;
	const action = mayAdd && helps ? { action: { to: "/development/help/new", label: text.add } } : {};
	const way = (to: string, label: string) => (
		<Link className="ds-button" data-variant="tertiary" to={to}>
			{label}
		</Link>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...action}
				secondary={
					<>
						{mayAdd && helps && way("/development/help/reached", text.toReached)}
						{mayGuide && way("/development/help/projects", text.toGuided)}
						{way("/development/help/let-in", reachedText[language].letIn.title)}
						{mayAdd && !helps && way("/development/help/new", text.add)}
					</>
				}
			/>
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/help/${row.id}`}
				searchLabel={text.search}
				excel="/development/help.xlsx"
				filters={[
					{
						...{ name: "way", label: columns.way },
						choices: helpWays.map((one) => ({ value: one, label: words.ways[one] })),
					},
					{
						...{ name: "whose", label: text.whose },
						choices: [
							{ value: "own", label: text.own },
							{ value: "others", label: text.others },
						],
					},
					{ name: "reach", label: text.reach, choices: [{ value: "within", label: text.within }] },
				]}
				columns={[
					{
						...{ key: "title", label: columns.title, sort: true },
						cell: (row) => (
							<>
								{row.title} {row.ended && <Status>{text.endedTag}</Status>}
							</>
						),
					},
					{ key: "organisation", label: columns.organisation, cell: (row) => row.organisationName, sort: true },
					{ key: "way", label: columns.way, cell: (row) => words.ways[row.way] },
					{
						...{ key: "distance", label: columns.distance, numeric: true, sort: true },
						cell: (row) => (row.kilometres === null ? <NoValue /> : formatNumber(language, row.kilometres)),
					},
					{ key: "room", label: columns.room, cell: (row) => <Room atOnce={row.atOnce} queue={row.queue} /> },
					{ key: "own", label: columns.own, cell: (row) => row.own && <OfferStands state={row.own} /> },
				]}
				empty={
					<EmptyState title={text.empty} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
