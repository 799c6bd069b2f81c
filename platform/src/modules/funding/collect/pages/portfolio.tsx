import { daysBetween } from "../../../../day.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { OwnApplications } from "../../apply/pages/OwnApplications.tsx";
import { overlapsOf } from "../../apply/rules.ts";
import { mayOf } from "../../asker.server.ts";
import { callText } from "../../call/text.ts";
import { TrackRecord } from "../../report/pages/TrackRecord.tsx";
import { listApplications, listCalls, listOwnLines, listProgress, readTrackRecord } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/portfolio";

/** What an organisation can apply for over all schemes, with deadlines, and how far it has come. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!may.apply) missing();
		const progress = await listProgress(work);
		const calls = await listCalls(work);
		return {
			applications: await listApplications(work),
			overlaps: overlapsOf(await listOwnLines(work)),
			carried: may.organisationId === null ? [] : await readTrackRecord(work, may.organisationId),
			rows: calls
				// What is behind stands for as long as something was gathered for it.
				.filter(({ id, standing }) => standing === "open" || standing === "coming" || progress.has(id))
				.map(({ id, title, organisationName, closesOn, standing }) => ({
					...{ id, title, organisationName, closesOn, standing, progress: progress.get(id) ?? null },
					left: closesOn === null || closesOn < work.today ? null : daysBetween(work.today, closesOn),
				})),
		};
	});
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Portfolio({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { columns } = text;
	const title = fundingText[language].portfolio;
	const note = { to: "/funding/calls/new?way=outside", label: callText[language].add };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={text.portfolioLead} action={note} />
			<OwnApplications applications={loaderData.applications} overlaps={loaderData.overlaps} />
			<Table
				caption={text.portfolioCalls}
				rows={loaderData.rows}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/funding/calls/${id}`}
				empty={
					<EmptyState title={text.portfolioEmpty} action={note}>
						{callText[language].emptyBody}
					</EmptyState>
				}
				columns={[
					{ key: "call", label: columns.call, cell: ({ title: call }) => call },
					{ key: "giver", label: columns.giver, cell: ({ organisationName }) => organisationName },
					{
						key: "deadline",
						label: columns.deadline,
						cell: ({ closesOn }) => (closesOn === null ? <NoValue /> : formatShortDate(language, closesOn)),
					},
					{
						key: "left",
						label: columns.left,
						cell: ({ left }) =>
							left === null ? <NoValue /> : left === 0 ? text.today : text.days(formatNumber(language, left)),
					},
					{ key: "standing", label: columns.standing, cell: (row) => <Gathered row={row} /> },
					{
						key: "wished",
						label: columns.wished,
						numeric: true,
						cell: ({ progress }) => kronerOf(language, progress?.wished ?? null) || <NoValue />,
					},
					{
						key: "chosen",
						label: columns.chosen,
						numeric: true,
						cell: ({ progress }) => kronerOf(language, progress?.chosen ?? null) || <NoValue />,
					},
				]}
			/>
			<TrackRecord carried={loaderData.carried} isOwn />
		</div>
	);
}

/** How many units have answered, and the way there. */
function Gathered({ row: { id, progress, standing } }: { readonly row: Row }) {
	const language = useLanguage();
	const text = collectText[language];
	if (progress)
		return (
			<Link className="ds-link" to={`/funding/collections/${progress.collectionId}`}>
				{text.answered(formatNumber(language, progress.answered), formatNumber(language, progress.asked))}
				{progress.closed && `, ${text.closed}`}
			</Link>
		);
	if (standing === "closed" || standing === "withdrawn") return text.notAsked;
	return (
		<Link className="ds-link" to={`/funding/calls/${id}/collect`}>
			{text.begin}
		</Link>
	);
}
