import { data } from "react-router";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../call/pages/content-facts.ts";
import { listReceived, proposeGrants, recommend } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { apart, propose } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/received";
import { StateOf, stateOf } from "./StateOf.tsx";
import { WhatIf } from "./WhatIf.tsx";
import { readWhatIf } from "./what-if.server.ts";

/** The applications to one's own call: who applies and who does not, how they are judged, and what the money would give. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const listed = (await listReceived(work, params.callId)).done ?? missing();
		const { rows, silent, content, call, standing } = listed;
		const asked = readWhatIf(new URL(request.url).searchParams, content.pot ?? 0);
		const asking = rows.filter(({ withdrawn, eligible }) => !withdrawn && eligible !== false);
		const granted = asked.way === null ? null : propose(asked.way, asked.pot, asking, asked.floor);
		return {
			...{ id: call.id, title: content.title, pot: content.pot, standing, rows, silent, asked },
			shares: granted === null ? null : Object.fromEntries(granted),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, reading } = representing(context, request);
	const { callId } = params;
	const text = assessText[language];
	const here = `/funding/calls/${callId}/applications`;
	const form = await request.formData();
	if (form.get("deed") === "encourage") {
		const outcome = await commanding((work) => recommend(work, callId, String(form.get("to") ?? ""), ""));
		if (outcome.refused) return data({ refusals: outcome.refused }, 422);
		return redirectWithToast(`${here}#silent`, text.encouragedNow);
	}
	const { content, rows } = (await reading((work) => listReceived(work, callId))).done ?? missing();
	const asked = readWhatIf(form, content.pot ?? 0);
	if (asked.way === null) missing();
	const asking = rows.filter(({ withdrawn, eligible }) => !withdrawn && eligible !== false);
	const granted = propose(asked.way, asked.pot, asking, asked.floor);
	const outcome = await commanding((work) => proposeGrants(work, callId, granted));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	return redirectWithToast(here, text.used);
}

export type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function ReceivedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = assessText[language];
	const { id, title, pot, rows, shares } = loaderData;
	const here = `/funding/calls/${id}`;
	const standing = rows.filter(({ withdrawn }) => !withdrawn);
	const applied = standing.reduce((sum, row) => sum + row.applied, 0);
	const { columns } = text;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead(formatNumber(language, standing.length), kronerOf(language, applied), kronerOf(language, pot))}
				trail={[
					{ to: "/funding/own", label: fundingText[language].own },
					{ to: here, label: title },
				]}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				rowKey={(row) => row.id}
				rowHref={(row) => `${here}/applications/${row.id}`}
				empty={
					<EmptyState title={text.empty} action={{ to: here, label: title }}>
						{text.emptyBody}
					</EmptyState>
				}
				columns={[
					{
						key: "applicant",
						label: columns.applicant,
						cell: ({ name, joint, parties, isFirst }) => (
							<>
								{name}
								{joint && ` (${text.joint(formatNumber(language, parties))})`}
								{isFirst && `, ${text.first.toLowerCase()}`}
							</>
						),
					},
					{
						key: "population",
						label: columns.population,
						numeric: true,
						cell: (row) => numberOf(language, row.population),
					},
					{
						key: "centrality",
						label: columns.centrality,
						numeric: true,
						cell: (row) => numberOf(language, row.centrality),
					},
					{ key: "applied", label: columns.applied, numeric: true, cell: (row) => kronerOf(language, row.applied) },
					{
						key: "score",
						label: columns.score,
						numeric: true,
						cell: (row) => <Score row={row} />,
					},
					...(shares === null
						? []
						: [
								{
									key: "proposed",
									label: columns.proposed,
									numeric: true,
									cell: (row: Row) => kronerOf(language, shares[row.id] ?? null) || <NoValue />,
								},
							]),
					{
						key: "granted",
						label: columns.granted,
						numeric: true,
						cell: ({ granted, decided }) =>
							granted === null ? (
								<NoValue />
							) : decided ? (
								kronerOf(language, granted)
							) : (
								<span className="quiet">{kronerOf(language, granted)}</span>
							),
					},
					{ key: "state", label: columns.state, cell: (row) => <StateOf state={stateOf(row)} /> },
				]}
			/>
			{rows.length > 0 && <WhatIf loaderData={loaderData} />}
			<SilentOnes loaderData={loaderData} />
		</div>
	);
}

function numberOf(language: Parameters<typeof formatNumber>[0], value: number | null) {
	return value === null ? <NoValue /> : formatNumber(language, value);
}

/** What those who assess came to together, and whether they disagree. */
function Score({ row: { mean, spread, count } }: { readonly row: Row }) {
	const language = useLanguage();
	const text = assessText[language];
	if (mean === null) return <span className="quiet">{text.notJudged}</span>;
	return (
		<>
			{text.of(formatNumber(language, mean), formatNumber(language, count))}
			{spread >= apart && <span className="list-under">{text.disagree(formatNumber(language, spread))}</span>}
		</>
	);
}

/** Who has not applied; while the call is open they can be encouraged to. */
function SilentOnes({ loaderData }: { readonly loaderData: Route.ComponentProps["loaderData"] }) {
	const language = useLanguage();
	const text = assessText[language];
	const { silent, standing } = loaderData;
	if (silent.length === 0) return null;
	const isOpen = standing === "open" || standing === "coming";
	return (
		<Section title={text.silent} lead={text.silentLead} id="silent">
			<Table
				caption={text.silent}
				hideCaption
				rows={silent}
				rowKey={(one) => one.id}
				columns={[
					{
						key: "name",
						label: text.columns.applicant,
						cell: ({ name, never }) => (never ? `${name}, ${text.never.toLowerCase()}` : name),
					},
					{
						key: "population",
						label: text.columns.population,
						numeric: true,
						cell: (one) => numberOf(language, one.population),
					},
					{
						key: "centrality",
						label: text.columns.centrality,
						numeric: true,
						cell: (one) => numberOf(language, one.centrality),
					},
					{
						key: "deed",
						label: text.encourage,
						cell: ({ id, name, encouragedAt }) =>
							encouragedAt !== null
								? text.encouraged(formatShortDate(language, encouragedAt))
								: isOpen && (
										<TaskForm className="">
											<input type="hidden" name="to" value={id} />
											<button
												type="submit"
												className="ds-button"
												data-variant="secondary"
												data-size="sm"
												name="deed"
												value="encourage"
											>
												{text.encourage}
												<span className="visually-hidden">: {name}</span>
											</button>
										</TaskForm>
									),
					},
				]}
			/>
		</Section>
	);
}
