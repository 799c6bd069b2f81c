import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { foldName, searchWords } from "../../../../geography/search.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../../ui/selection.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { addParties, choosePeriods, readRound, removeHost } from "../service.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/round-scope";
import { scopeText } from "./scope.text.ts";

const hostTable = { sort: ["name"] } as const;

/** Whose students and whose places are in a round. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	const state = tableState(url, hostTable);
	return reading(async (work) => {
		const { round, periods, hosts, otherHosts, can } = (await readRound(work, params.roundId)) ?? missing();
		const words = searchWords(state.search);
		const found = hosts.filter(({ name }) => words.every((word) => foldName(name).includes(word)));
		return {
			...{ id: round.id, periods, otherHosts, can, organisationId: actor.organisationId, state },
			...{ hosts: found.slice(state.offset, state.offset + state.pageSize), total: found.length },
		};
	});
}

const deeds = {
	periods: z.object({ period: z.array(id) }),
	add: z.object({ host: z.array(id).min(1) }),
	remove: z.object({ host: z.array(id).length(1) }),
};

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const text = scopeText[language];
	const here = `/placement/rounds/${params.roundId}/scope`;
	const deed = form.get("deed");
	if (deed === "periods") {
		const parsed = parseForm(deeds.periods, form);
		if (parsed.refusals) return data(parsed, 422);
		const outcome = await commanding((work) => choosePeriods(work, params.roundId, parsed.values.period));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.periodsSaved);
	}
	if (deed === "remove") {
		const parsed = parseForm(deeds.remove, form);
		if (parsed.refusals) return data(parsed, 422);
		const outcome = await commanding((work) => removeHost(work, params.roundId, parsed.values.host[0] ?? ""));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.hostRemoved);
	}
	const parsed = parseForm(deeds.add, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addParties(work, params.roundId, "host", parsed.values.host));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.hostAdded);
}

type Data = Route.ComponentProps["loaderData"];

export default function RoundScope({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const say = saying(language, roundText[language].refusals);
	return (
		<>
			{actionData && (
				<Alert tone="warning">
					<div role="alert">
						{actionData.refusals.map((refusal) => (
							<p key={refusal.code}>{say(refusal)}</p>
						))}
					</div>
				</Alert>
			)}
			<Periods loaderData={loaderData} />
			<Hosts loaderData={loaderData} />
		</>
	);
}

function Periods({ loaderData: { periods, can, organisationId } }: { loaderData: Data }) {
	const language = useLanguage();
	const { periodColumns: columns, ...text } = scopeText[language];
	const counted = (count: number | null) => (count === null ? "" : formatNumber(language, count));
	if (periods.length === 0)
		return (
			<Section title={text.periodsTitle}>
				<EmptyState title={text.periodsEmpty} action={{ to: "/placement/courses", label: columns.course }} />
			</Section>
		);
	return (
		<Section title={text.periodsTitle} lead={text.periodsLead}>
			<Form method="post" className="stack">
				<Table
					caption={`${text.periodsTitle} (${periods.length})`}
					hideCaption
					rows={periods}
					rowKey={(row) => row.id}
					columns={[
						{
							key: "course",
							label: columns.course,
							cell: (row) => (
								<label className="tick">
									<input
										type="checkbox"
										className="ds-input"
										name="period"
										value={row.id}
										defaultChecked={row.included}
										disabled={!can.bring || row.organisationId !== organisationId}
									/>{" "}
									{row.courseName}
								</label>
							),
						},
						{ key: "period", label: columns.period, cell: (row) => row.name },
						{ key: "institution", label: columns.institution, cell: (row) => row.institutionName },
						{
							key: "days",
							label: columns.days,
							cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
						},
						{ key: "claims", label: columns.claims, cell: (row) => counted(row.claims), numeric: true },
						{
							key: "wishes",
							label: columns.wishes,
							cell: (row) => counted(row.withWishes),
							numeric: true,
						},
					]}
				/>
				{can.bring && (
					<div>
						<SubmitButton name="deed" value="periods">
							{text.periodsSave}
						</SubmitButton>
					</div>
				)}
			</Form>
		</Section>
	);
}

function Hosts({ loaderData: { hosts, total, state, otherHosts, can } }: { loaderData: Data }) {
	const language = useLanguage();
	const { hostColumns, ...text } = scopeText[language];
	const columns = [
		{ key: "name", label: hostColumns.name, cell: (row: Data["hosts"][number]) => row.name },
		{
			key: "sites",
			label: hostColumns.sites,
			cell: (row: Data["hosts"][number]) => formatNumber(language, row.sites),
			numeric: true,
		},
		{
			key: "places",
			label: hostColumns.places,
			cell: (row: Data["hosts"][number]) => formatNumber(language, row.places),
			numeric: true,
		},
	];
	return (
		<>
			<Section title={text.hostsTitle} lead={text.hostsLead}>
				<Table
					caption={`${text.hostsTitle} (${total})`}
					hideCaption
					rows={hosts}
					state={state}
					total={total}
					searchLabel={text.hostsSearch}
					rowKey={(row) => row.hostId}
					columns={[
						...columns,
						...(can.run
							? [
									{
										key: "remove",
										label: text.hostRemove,
										cell: (row: Data["hosts"][number]) => (
											<Form method="post">
												<input type="hidden" name="host" value={row.hostId} />
												<SubmitButton variant="tertiary" size="sm" name="deed" value="remove">
													{text.hostRemove}
													<span className="visually-hidden"> {row.name}</span>
												</SubmitButton>
											</Form>
										),
									},
								]
							: []),
					]}
					empty={<p className="quiet">{text.hostsEmpty}</p>}
				/>
			</Section>
			{can.run && otherHosts.length > 0 && (
				<Section title={text.hostsOthers}>
					<BulkForm id="hosts">
						<input type="hidden" name="deed" value="add" />
						<SubmitButton variant="secondary">{text.hostsAdd}</SubmitButton>
					</BulkForm>
					<Table
						caption={`${text.hostsOthers} (${otherHosts.length})`}
						hideCaption
						rows={otherHosts}
						rowKey={(row) => row.hostId}
						columns={columns}
						selection={{ form: "hosts", name: "host", label: (row) => row.name }}
					/>
				</Section>
			)}
		</>
	);
}
