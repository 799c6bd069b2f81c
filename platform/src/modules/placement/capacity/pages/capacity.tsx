import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../../ui/selection.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { listSupervisorNeeds } from "../../../competence/service.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { capacityStates } from "../../codes.ts";
import { mayCoordinate } from "../../rules.ts";
import type { Capacity } from "../contract.ts";
import { listWithOffers, stepCapacity } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/capacity";
import { answerText } from "./answer.text.ts";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { StateOf } from "./StateOf.tsx";
import { type SupervisorNeed, SupervisorNeeds } from "./SupervisorNeeds.tsx";
import { capacityQuery, capacityTable } from "./tables.ts";
import { daysWord, professionsWord, steppedWord, yearsOfWord } from "./words.ts";

/** What the sites the organisation keeps can take, and how far each answer has come. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, capacityTable);
	return reading(async (work) => {
		const coordinate = mayCoordinate(await mandateOf(work));
		return {
			state,
			...(await listWithOffers(work, { ...capacityQuery(state), offset: state.offset, pageSize: state.pageSize })),
			supervisors: coordinate
				? (await listSupervisorNeeds(work)).map(
						({ id, title, unitName, persons, dueOn, status }): SupervisorNeed => ({
							...{ id, title, unitName, persons, dueOn, status },
						}),
					)
				: [],
			can: { coordinate },
		};
	});
}

const steps = z.object({ step: z.enum(["approve", "publish", "takeBack"]), capacity: z.array(z.string()) });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding, url } = representing(context, request);
	const parsed = parseForm(steps, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const { step, capacity } = parsed.values;
	const outcome = await commanding((work) => stepCapacity(work, step, capacity));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/capacity${url.search}`, steppedWord(language, step, outcome.done));
}

export default function CapacityList({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const asking = collectionText[language];
	const answerWords = answerText[language];
	const { columns } = text;
	const { rows, total, state, supervisors, can } = loaderData;
	const say = saying(language, capacityText[language].refusals);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={can.coordinate ? text.lead : text.leadLeader}
				{...(can.coordinate
					? {
							action: { to: "/placement/capacity/collections/new", label: asking.startCollection },
							secondary: <MoreWays />,
						}
					: {})}
			/>
			<CapacityTabs coordinate={can.coordinate} />
			{actionData && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			{can.coordinate && rows.length > 0 && <StepForm />}
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/capacity/${row.id}/answer`}
				searchLabel={text.search}
				excel="/placement/capacity.xlsx"
				{...(can.coordinate ? { selection: { form: "steps", name: "capacity", label: nameOf } } : {})}
				filters={[
					{
						name: "state",
						label: columns.state,
						choices: capacityStates.map((one) => ({ value: one, label: capacityText[language].states[one] })),
					},
					{ name: "period", label: text.period, all: text.current, choices: [{ value: "past", label: text.past }] },
				]}
				columns={[
					{ key: "site", label: columns.site, cell: nameOf, sort: true },
					{ key: "host", label: columns.host, cell: (row) => row.hostName, sort: true },
					{ key: "from", label: columns.days, cell: (row) => daysWord(language, row), sort: true },
					{ key: "state", label: columns.state, cell: (row) => <StateOf state={row.state} />, sort: true },
					{ key: "profession", label: columns.profession, cell: (row) => professionsWord(language, row.offers) },
					{ key: "years", label: columns.years, cell: (row) => yearsOfWord(language, row.offers) },
					{
						key: "places",
						label: columns.places,
						// Nothing is known of a site that has not answered: that is not none.
						cell: (row) => (row.state === "asked" ? "" : formatNumber(language, row.places)),
						sort: true,
						numeric: true,
					},
					{
						key: "most",
						label: columns.most,
						cell: (row) => (row.mostAtOnce === null ? "" : formatNumber(language, row.mostAtOnce)),
						numeric: true,
					},
					{
						key: "answered",
						label: columns.answered,
						cell: (row) =>
							row.answeredAt === null
								? ""
								: answerWords.answeredBy(row.answeredBy ?? "–", formatShortDate(language, row.answeredAt)),
						sort: true,
					},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						{...(can.coordinate
							? { action: { to: "/placement/capacity/collections/new", label: asking.startCollection } }
							: {})}
					>
						{can.coordinate ? text.emptyBody : undefined}
					</EmptyState>
				}
			/>
			{supervisors.length > 0 && <SupervisorNeeds needs={supervisors} />}
		</div>
	);
}

function nameOf(row: Capacity): string {
	return row.siteName;
}

/** Ways on with the rows that are ticked. */
function StepForm() {
	const text = pagesText[useLanguage()];
	return (
		<BulkForm id="steps">
			<SubmitButton name="step" value="approve" variant="secondary" size="sm">
				{text.approve}
			</SubmitButton>
			<SubmitButton name="step" value="publish" variant="secondary" size="sm">
				{text.publish}
			</SubmitButton>
			<SubmitButton name="step" value="takeBack" variant="tertiary" size="sm">
				{text.takeBack}
			</SubmitButton>
		</BulkForm>
	);
}

function MoreWays() {
	const text = pagesText[useLanguage()];
	return (
		<>
			<Link className="ds-button" data-variant="secondary" to="/placement/capacity/new">
				{text.enterOne}
			</Link>
			<Link className="ds-button" data-variant="tertiary" to="/import/capacity">
				{text.importExcel}
			</Link>
		</>
	);
}
