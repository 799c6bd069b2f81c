import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { askerOf } from "../../open.server.ts";
import { asks, boxes, enquiryStandings } from "../codes.ts";
import { mayAsk } from "../rules.ts";
import { countAnswering, listEnquiries } from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/enquiries";
import { EnquiryStands } from "./EnquiryStands.tsx";
import { enquiriesText } from "./enquiries.text.ts";
import { enquiryTable } from "./table.ts";

/** What the organisation asks and is asked: what is open first, by day. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	const state = tableState(url, enquiryTable);
	const { search, sort, descending, offset, pageSize, filters } = state;
	return reading(async (work) => {
		const answering = await countAnswering(work);
		return {
			state,
			can: { ask: mayAsk(await askerOf(work)) },
			own: answering.find(({ receiverId }) => receiverId === actor.organisationId) ?? null,
			...(await listEnquiries(work, { ...filters, search, sort, descending, offset, pageSize })),
		};
	});
}

export default function Enquiries({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = enquiriesText[language];
	const words = enquiryText[language];
	const { columns } = text;
	const { state, rows, total, can, own } = loaderData;
	const day = (date: string | Date) => formatShortDate(language, date);
	const number = (value: number) => formatNumber(language, value);
	const judged = own === null ? 0 : own.inTime + own.late + own.unanswered;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...(can.ask ? { action: { to: "/enquiries/new", label: text.add } } : {})}
			/>
			{own !== null && judged > 0 && (
				<p className="ds-paragraph">
					{text.summary(number(own.inTime), number(judged), number(own.unanswered))}{" "}
					<Link className="ds-link" to="/arenas/enquiries/figures">
						{text.figures}
					</Link>
				</p>
			)}
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/enquiries/${row.id}`}
				searchLabel={text.search}
				excel="/arenas/enquiries.xlsx"
				filters={[
					{
						name: "box",
						label: columns.box,
						choices: boxes.map((one) => ({ value: one, label: words.boxes[one] })),
					},
					{
						name: "standing",
						label: columns.standing,
						choices: enquiryStandings.map((one) => ({ value: one, label: words.standings[one] })),
					},
					{
						name: "asks",
						label: columns.asks,
						choices: asks.map((one) => ({ value: one, label: words.asks[one] })),
					},
				]}
				columns={[
					{ key: "subject", label: columns.subject, cell: (row) => row.subject, sort: true },
					{ key: "from", label: columns.from, cell: (row) => row.fromName, sort: true },
					{ key: "to", label: columns.to, cell: (row) => row.toName, sort: true },
					{ key: "asks", label: columns.asks, cell: (row) => words.asks[row.asks] },
					{ key: "due", label: columns.due, cell: (row) => day(row.dueOn), sort: true },
					{ key: "owner", label: columns.owner, cell: (row) => row.ownerName ?? row.contactName ?? "" },
					{
						key: "urgent",
						label: columns.standing,
						cell: (row) => (
							<>
								<EnquiryStands standing={row.standing} />
								{row.standing === "late" && (
									<>
										<br />
										<span className="quiet">{text.unanswered(row.waited)}</span>
									</>
								)}
							</>
						),
						sort: true,
					},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						{...(can.ask ? { action: { to: "/enquiries/new", label: text.add } } : {})}
					>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
