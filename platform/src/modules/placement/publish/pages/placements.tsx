import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../../ui/selection.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { placementStates } from "../../codes.ts";
import { maySeeStudents } from "../../rules.ts";
import { listAlike, tellApart } from "../alike.ts";
import { confirmAsHost } from "../answer.server.ts";
import { listReached } from "../lists.store.server.ts";
import { listPlacements, listToConfirm } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/placements";
import { apartWords, StudentName } from "./Alike.tsx";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { isTold, wishOf } from "./placement-wish.ts";
import { placementsQuery, placementsTable, placementWaits } from "./placements-table.ts";
import { publishPagesText } from "./publish.text.ts";
import { reconsiderText } from "./reconsider.text.ts";

/** Every published placement the organisation has a part in, and the two lists everybody e-mails. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, placementsTable);
	const { rows, total, mandate, toConfirm, apart } = await reading(async (work) => {
		const query = { ...placementsQuery(state, url), offset: state.offset, pageSize: state.pageSize };
		const found = await listPlacements(work, query);
		const apart = tellApart(found.rows, await listReached(work, listAlike(found.rows)));
		return { ...found, apart, toConfirm: await listToConfirm(work, found.rows), mandate: await mandateOf(work) };
	});
	return {
		...{ state, total },
		/** Whoever receives students at a unit is told who comes, and not what they had wished. */
		receives: !maySeeStudents(mandate),
		/** How many of those shown wait for a yes that the asker can give. */
		toConfirm: toConfirm.size,
		rows: rows.map(
			({
				id,
				studentName,
				siteName,
				hostName,
				courseName,
				firstDay,
				lastDay,
				state: at,
				rank,
				hasWished,
				named,
				minutes,
				studentAnswer,
				reconsidered,
				supervisorName,
			}) => ({
				...{
					id,
					studentName,
					siteName,
					hostName,
					courseName,
					firstDay,
					lastDay,
					at,
					rank,
					hasWished,
					named,
					minutes,
					studentAnswer,
					reconsidered,
					supervisorName,
					apart: apart.get(id),
				},
			}),
		),
		search: url.search,
	};
}

/** Several placements confirmed at once by whoever answers for their sites. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	const ids = (await request.formData()).getAll("placement").filter((one) => typeof one === "string");
	const outcome = await commanding((work) => confirmAsHost(work, ids, actor.name));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, not: [], confirmed: 0 }, 422);
	const { confirmed, refused } = outcome.done;
	if (refused.length > 0) return data({ refusals: [], not: refused, confirmed }, 422);
	const rest = new URLSearchParams(url.search);
	rest.delete("page");
	return redirectWithToast(`/placement/placements?${rest}`, publishPagesText[language].confirmedChosen(confirmed));
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Placements({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { columns, filters, ...text } = publishPagesText[language];
	const words = publishText[language];
	const { rows, total, state, search, receives, toConfirm } = loaderData;

	// Ticked are those that wait for the site alone: nobody means to say yes to what is answered.
	const confirms = toConfirm > 0 && state.filters.waiting === "host";
	// A host is not told what the students had wished: columns of nothing would say that nobody knows.
	const isToldWishes = !receives && (rows.length === 0 || rows.some(isTold));
	const wished = [
		{
			key: "rank",
			label: columns.rank,
			cell: (row: Row) => wishOf(row, language),
		},
		{
			key: "minutes",
			label: columns.minutes,
			cell: (row: Row) => (row.minutes === null ? "" : text.minutes(formatNumber(language, row.minutes))),
			numeric: true,
		},
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={receives ? text.leadReceives : text.lead}
				secondary={
					<>
						<a
							className="ds-button"
							data-variant="secondary"
							href={`/placement/placements-by-site.xlsx${search}`}
							download
						>
							{text.bySite}
						</a>
						<a
							className="ds-button"
							data-variant="secondary"
							href={`/placement/placements-by-student.xlsx${search}`}
							download
						>
							{text.byStudent}
						</a>
					</>
				}
			/>
			{actionData && <NotConfirmed sent={actionData} />}
			{confirms && (
				<BulkForm id="confirm">
					<SubmitButton variant="secondary" size="sm">
						{text.confirmChosen}
					</SubmitButton>
				</BulkForm>
			)}
			{toConfirm > 0 && !confirms && (
				<Alert title={text.toConfirm}>
					<Link className="ds-link" to="?waiting=host">
						{text.toConfirmAll}
					</Link>
				</Alert>
			)}
			<Table
				caption={text.title}
				hideCaption
				{...(confirms
					? { selection: { form: "confirm", name: "placement", label: (row: Row) => nameOf(row, language) } }
					: {})}
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/placements/${row.id}`}
				searchLabel={text.search}
				filters={[
					{
						name: "state",
						label: filters.state,
						choices: placementStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{
						name: "waiting",
						label: filters.waiting,
						choices: placementWaits.map((one) => ({ value: one, label: text.waiting[one] })),
					},
				]}
				columns={[
					{
						key: "student",
						label: columns.student,
						cell: (row) => <StudentName name={row.studentName} apart={row.apart} />,
						sort: true,
					},
					{
						key: "site",
						label: columns.site,
						cell: (row) => (
							<>
								{row.siteName}
								<span className="quiet list-under">{row.hostName}</span>
							</>
						),
						sort: true,
					},
					{ key: "course", label: columns.course, cell: (row) => row.courseName, sort: true },
					{
						key: "days",
						label: columns.days,
						cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
						sort: true,
					},
					...(isToldWishes ? wished : []),
					{ key: "state", label: columns.state, cell: (row) => <PlacementStatus state={row.at} />, sort: true },
					receives
						? { key: "supervisor", label: columns.supervisor, cell: (row: Row) => row.supervisorName ?? "" }
						: {
								key: "answer",
								label: columns.answer,
								cell: (row: Row) =>
									row.named
										? [
												row.studentAnswer === null ? text.notAnswered : words.studentAnswers[row.studentAnswer],
												...(row.reconsidered === null ? [] : [reconsiderText[language].answers[row.reconsidered]]),
											].join(": ")
										: "",
							},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						action={receives ? undefined : { to: "/placement/rounds", label: text.toRounds }}
					>
						{receives ? text.emptyReceives : text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

/** The name as it is heard, where nothing stands under it. */
function nameOf({ studentName, apart }: Row, language: Language): string {
	return apart ? `${studentName}, ${apartWords(apart, language)}` : studentName;
}

/** Who was not confirmed among those ticked, and why. */
function NotConfirmed({ sent }: { readonly sent: NonNullable<Route.ComponentProps["actionData"]> }) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const say = saying(language, publishText[language].refusals);
	if (sent.not.length === 0) return <Alert tone="danger">{sent.refusals.map(say).join(" ")}</Alert>;
	return (
		<Alert tone="warning" title={text.notConfirmed}>
			<ul>
				{sent.not.map(({ id, studentName, code }) => (
					<li key={id}>
						{studentName}: {say({ code })}
					</li>
				))}
			</ul>
			{sent.confirmed > 0 && <p>{text.confirmedChosen(sent.confirmed)}</p>}
		</Alert>
	);
}
