import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../../ui/selection.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { daysWord } from "../../capacity/pages/words.ts";
import { unmetReasons } from "../../codes.ts";
import { mayCoordinate, sideOf } from "../../rules.ts";
import { requestSides, requestStandings } from "../codes.ts";
import type { Request, RequestTotals } from "../contract.ts";
import { standingOf } from "../rules.ts";
import {
	countRequests,
	countToTakeIn,
	listRequests,
	sendRequests,
	type ToTakeIn,
	takeInAll,
} from "../service.server.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/requests";
import { StandingOf } from "./StandingOf.tsx";
import { requestQuery, requestTable } from "./table.ts";
import { takeInText } from "./take-in.text.ts";

/** Orders both ways, and what they come to. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	const state = tableState(url, requestTable);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const query = requestQuery(state);
		const { offset, pageSize } = state;
		const { rows, total } = await listRequests(work, { ...query, offset, pageSize });
		return {
			...{ state, total, today: work.today },
			rows: rows.map((row) => ({ ...row, standing: standingOf(row, work.today) })),
			totals: await countRequests(work, query),
			toTakeIn: await countToTakeIn(work),
			side: sideOf(actor.organisationKind ?? ""),
		};
	});
}

const chosen = z.object({ request: z.array(z.string()) });

/** Sends the drafts that are ticked; or takes all answers with places no capacity says into the capacity. */
export async function action({ context, request }: Route.ActionArgs) {
	const { language, house, commanding, url } = representing(context, request);
	const form = await request.formData();
	if (form.get("deed") === "take-in") {
		const taken = await commanding(takeInAll);
		if (taken.refused) return data({ refusals: taken.refused }, 422);
		return redirectWithToast(`/placement/requests${url.search}`, takeInText[language].taken(taken.done.places));
	}
	const parsed = parseForm(chosen, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals }, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => sendRequests(work, parsed.values.request, { mails, language }));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	const { sent, told, mailed, silent } = outcome.done;
	return redirectWithToast(
		`/placement/requests${url.search}`,
		requestText[language].sentToast(sent, told, mailed, silent),
	);
}

export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const { columns } = text;
	const { rows, total, state, totals, toTakeIn, side, today } = loaderData;
	const add = { to: "/placement/requests/new", label: side === "institution" ? text.add : text.addForThem };
	const drafts = rows.some(({ standing }) => standing === "draft");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				action={add}
				secondary={
					<Link className="ds-button" data-variant="secondary" to="/import/requests">
						{text.importExcel}
					</Link>
				}
			/>
			{actionData && <Alert tone="danger">{actionData.refusals.map(saying(language, text.refusals)).join(" ")}</Alert>}
			{toTakeIn.requests > 0 && <TakeIn {...toTakeIn} />}
			{totals.settledPlaces > 0 && <Totals totals={totals} today={today} />}
			{drafts && (
				<BulkForm id="send">
					<SubmitButton variant="secondary" size="sm">
						{text.sendChosen}
					</SubmitButton>
				</BulkForm>
			)}
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/requests/${row.id}`}
				searchLabel={text.search}
				excel="/placement/requests.xlsx"
				{...(drafts ? { selection: { form: "send", name: "request", label: nameOf } } : {})}
				filters={[
					{
						name: "standing",
						label: columns.state,
						choices: requestStandings.map((one) => ({ value: one, label: text.standings[one] })),
					},
					{
						name: "side",
						label: text.side,
						choices: requestSides.map((one) => ({ value: one, label: text.sides[one] })),
					},
					{
						name: "profession",
						label: columns.profession,
						choices: professions.map((one) => ({ value: one, label: professionName(language, one) })),
					},
				]}
				columns={[
					{ key: "course", label: columns.course, cell: (row) => row.courseName, sort: true },
					{ key: "institution", label: columns.institution, cell: (row) => row.institutionName, sort: true },
					{ key: "host", label: columns.host, cell: (row) => row.hostName, sort: true },
					{ key: "from", label: columns.from, cell: (row) => daysWord(language, row), sort: true },
					{
						key: "places",
						label: columns.places,
						cell: (row) => formatNumber(language, row.places),
						sort: true,
						numeric: true,
					},
					{
						key: "offered",
						label: columns.offered,
						cell: (row) => (row.state === "answered" ? formatNumber(language, row.offered) : ""),
						numeric: true,
					},
					{
						key: "answerBy",
						label: columns.answerBy,
						cell: (row) => (row.answerBy === null ? "" : formatShortDate(language, row.answerBy)),
						sort: true,
					},
					{ key: "state", label: columns.state, cell: (row) => <StandingOf standing={row.standing} />, sort: true },
				]}
				empty={
					<EmptyState title={text.emptyTitle} action={add}>
						{side === "host" ? text.emptyHost : text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

function nameOf(row: Request): string {
	return `${row.courseName}, ${row.hostName}`;
}

/** That some answers cannot be used by a round yet, and all of them taken in at once. */
function TakeIn({ requests, places }: ToTakeIn) {
	const text = takeInText[useLanguage()];
	return (
		<Alert tone="warning" title={text.title(places)}>
			<p>{text.body(requests)}</p>
			<Form method="post">
				<input type="hidden" name="deed" value="take-in" />
				<SubmitButton variant="secondary" size="sm">
					{text.all}
				</SubmitButton>
			</Form>
		</Alert>
	);
}

/** How much of what was ordered is met, and why the rest is not; with what it is counted from. */
function Totals({ totals, today }: { readonly totals: RequestTotals; readonly today: string }) {
	const language = useLanguage();
	const text = requestText[language];
	const figure = (number: number) => formatNumber(language, number);
	const share = `${formatNumber(language, Math.round((totals.offered / totals.settledPlaces) * 100))} %`;
	return (
		<Section title={text.totalsTitle} level={2}>
			<p className="ds-paragraph">{text.totals(figure(totals.offered), figure(totals.settledPlaces), share)}</p>
			{totals.unmet.length > 0 && (
				<ul className="ds-list">
					{totals.unmet.map(({ reason, places }) => (
						<li key={reason}>{text.rest(figure(places), reasonName(text.reasons, reason).toLocaleLowerCase("nb"))}</li>
					))}
				</ul>
			)}
			<p className="ds-paragraph quiet">
				{text.totalsBase(
					figure(totals.requests),
					figure(totals.places),
					figure(totals.settledPlaces),
					formatDate(language, today),
				)}
			</p>
		</Section>
	);
}

function reasonName(reasons: Readonly<Record<(typeof unmetReasons)[number], string>>, code: string): string {
	const found = unmetReasons.find((reason) => reason === code);
	return found === undefined ? code : reasons[found];
}
