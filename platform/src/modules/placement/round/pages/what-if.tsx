import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { searchWords } from "../../../../geography/search.ts";
import { jobPath } from "../../../../job/service.server.ts";
import { formatNumber } from "../../../../language.ts";
import { redirect } from "../../../../redirect.server.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { tableHref, tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { isId } from "../../../organisation/contract.ts";
import { daysWord, professionWord, yearsWord } from "../../capacity/pages/words.ts";
import { aims } from "../../codes.ts";
import { mostSupposed, supposedField } from "../codes.ts";
import { runRequest } from "../contract.ts";
import { requestRun } from "../run.server.ts";
import { roundToRun } from "../service.server.ts";
import { placesReader } from "../since.server.ts";
import { offersToSuppose } from "../supposed.server.ts";
import { supposeOrders } from "../supposed.store.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/what-if";
import { aimText } from "./aim.text.ts";
import { rulesText } from "./rules.text.ts";
import { runsText } from "./runs.text.ts";
import { whatIfText } from "./what-if.text.ts";

const offersTable = { sort: supposeOrders, filters: {}, pageSize: 20 } as const;

/** One run of a round with another cap, another aim, or places that are not there: what would they give? */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, house, url } = representing(context, request);
	const state = tableState(url, offersTable);
	const found = await reading((work) => roundToRun(work, params.roundId, null));
	if (found.refused) missing();
	const round = found.done;
	const asked = url.searchParams.getAll("offer").filter(isId).slice(0, mostSupposed);
	const { sort, descending, offset, pageSize } = state;
	const asSystem = placesReader(house.database, actor.organisationId);
	return asSystem(async (work) => ({
		...{ state, roundId: round.id, rules: round.rules },
		chosen: asked.length === 0 ? [] : (await offersToSuppose(work, round, { offerIds: asked })).rows,
		...(await offersToSuppose(work, round, {
			words: searchWords(state.search),
			...{ sort, descending, offset, pageSize },
		})),
	}));
}

const base = runRequest.pick({ name: true, travelCap: true, aim: true });
const change = z.int().min(-1000).max(1000).nullable();

export async function action({ context, request, params }: Route.ActionArgs) {
	const { commanding } = representing(context, request);
	const form = await request.formData();
	const offerIds = form.getAll("offer").filter((one) => typeof one === "string");
	const parsed = parseForm(base, form);
	const places = parseForm(z.object(Object.fromEntries(offerIds.map((one) => [supposedField(one), change]))), form);
	const given = { ...parsed.given, ...places.given };
	if (parsed.refusals || places.refusals)
		return data({ refusals: [...(parsed.refusals ?? []), ...(places.refusals ?? [])], given }, 422);
	const { name, ...whatIf } = parsed.values;
	const supposed = offerIds.flatMap((offerId) => {
		const more = places.values[supposedField(offerId)] ?? 0;
		return more === 0 ? [] : [{ offerId, places: more }];
	});
	const outcome = await commanding((work) => requestRun(work, params.roundId, name, { ...whatIf, supposed }));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirect(jobPath(outcome.done.jobId));
}

export default function WhatIf({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = whatIfText[language];
	const { runName, runNameHint } = runsText[language];
	const { fields, hints, units } = rulesText[language];
	const aimWords = aimText[language];
	const { rules, chosen } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const labels = Object.fromEntries(
		chosen.map((offer) => [
			supposedField(offer.id),
			text.changeAt(
				offer.site,
				`${professionWord(language, offer.profession)}, ${daysWord(language, offer)}`,
				number(offer.places),
			),
		]),
	);
	return (
		<>
			<Section title={text.title} lead={text.lead}>
				<TaskForm
					refused={actionData}
					values={{ travelCap: rules.travelCap, aim: rules.aim }}
					labels={{ ...labels, name: runName, travelCap: fields.travelCap, aim: fields.aim }}
					say={saying(language, roundText[language].refusals)}
				>
					<Field name="name" maxLength={120} autoComplete="off" hint={runNameHint} />
					<Field name="travelCap" kind="number" whole unit={units.minutes} hint={hints.travelCap} />
					<Field name="aim" kind="radio" required choices={aims.map((aim) => ({ value: aim, label: aimWords[aim] }))} />
					<fieldset className="ds-fieldset">
						<legend className="ds-label">{text.placesTitle}</legend>
						<p className="ds-paragraph quiet">{chosen.length === 0 ? text.placesNone : text.placesLead}</p>
						{chosen.map(({ id }) => (
							<div key={id}>
								<input type="hidden" name="offer" value={id} />
								<Field name={supposedField(id)} kind="number" whole />
							</div>
						))}
					</fieldset>
					<SubmitButton>{text.run}</SubmitButton>
				</TaskForm>
			</Section>
			<Offers loaderData={loaderData} />
		</>
	);
}

/** The offers of the round, each to be taken in above. */
function Offers({ loaderData: { rows, total, state, chosen, roundId } }: Pick<Route.ComponentProps, "loaderData">) {
	const language = useLanguage();
	const { columns, ...text } = whatIfText[language];
	const known = new Set(chosen.map(({ id }) => id));
	return (
		<Section title={text.find}>
			<Table
				caption={text.find}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				searchLabel={text.search}
				columns={[
					{ key: "site", label: columns.site, cell: (row) => row.site, sort: true },
					{ key: "host", label: columns.host, cell: (row) => row.host, sort: true },
					{
						key: "what",
						label: columns.what,
						cell: (row) => `${professionWord(language, row.profession)}, ${yearsWord(language, row.years)}`,
					},
					{ key: "days", label: columns.days, cell: (row) => daysWord(language, row) },
					{
						key: "places",
						label: columns.places,
						cell: (row) => formatNumber(language, row.places),
						numeric: true,
						sort: true,
					},
					{
						key: "take",
						label: columns.take,
						cell: (row) =>
							known.has(row.id) ? (
								text.taken
							) : (
								<Link className="ds-link" to={tableHref({ ...state, kept: [...state.kept, ["offer", row.id]] }, {})}>
									{text.take}
									<span className="visually-hidden"> {row.site}</span>
								</Link>
							),
					},
				]}
				empty={
					<EmptyState title={text.empty} action={{ to: `/placement/rounds/${roundId}/scope`, label: text.toScope }}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}
