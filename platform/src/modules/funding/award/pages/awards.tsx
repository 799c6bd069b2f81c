import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { kronerOf } from "../../call/pages/content-facts.ts";
import { listAwards } from "../../service.server.ts";
import { standingOf } from "../ledger.ts";
import { awardText } from "../text.ts";
import type { Route } from "./+types/awards";
import { StateOf } from "./StateOf.tsx";

/** The awards an organisation has received or given, with what is left of each. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!may.apply && !may.makeCalls) missing();
		return {
			mayNote: may.apply,
			rows: (await listAwards(work)).map(({ award, granted, balances, isOwn }) => ({
				...{ id: award.id, title: award.title, state: award.state, decidedOn: award.decidedOn, granted, isOwn },
				...{ spendBy: award.spendBy, reportBy: award.reportBy },
				other: isOwn ? award.issuerName : award.recipientName,
				// What is left is the recipient's to follow until it is reported.
				left: isOwn && award.state === "accepted" ? standingOf(balances).left : null,
			})),
		};
	});
}

export default function Awards({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardText[language];
	const { columns } = text;
	const note = loaderData.mayNote ? { to: "/funding/awards/new", label: text.note } : undefined;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} action={note} />
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.rows}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/funding/awards/${id}`}
				empty={
					<EmptyState title={text.emptyTitle} action={note}>
						{note ? text.emptyBody : text.emptyGiver}
					</EmptyState>
				}
				columns={[
					{ key: "title", label: columns.title, cell: ({ title }) => title },
					{
						key: "other",
						label: columns.other,
						cell: ({ isOwn, other }) => (isOwn ? text.from(other) : text.to(other)),
					},
					{ key: "decided", label: columns.decided, cell: ({ decidedOn }) => formatShortDate(language, decidedOn) },
					{ key: "granted", label: columns.granted, numeric: true, cell: ({ granted }) => kronerOf(language, granted) },
					{
						key: "left",
						label: columns.left,
						numeric: true,
						cell: ({ left }) => kronerOf(language, left) || <NoValue />,
					},
					{ key: "spend", label: columns.spendBy, cell: ({ spendBy }) => formatShortDate(language, spendBy) },
					{ key: "report", label: columns.reportBy, cell: ({ reportBy }) => formatShortDate(language, reportBy) },
					{ key: "state", label: columns.state, cell: ({ state }) => <StateOf state={state} /> },
				]}
			/>
		</div>
	);
}
