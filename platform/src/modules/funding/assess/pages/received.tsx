import { data } from "react-router";
import { formatNumber, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { judgeHeads, listReceivedHeads, proposeGrants } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { receivedStates } from "../codes.ts";
import { apart, propose, stateOf } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/received";
import { rowsShown } from "./received-rows.server.ts";
import { StateOf } from "./StateOf.tsx";
import { receivedTable } from "./table.ts";
import { WhatIf } from "./WhatIf.tsx";
import { readWhatIf, toShareAmong } from "./what-if.server.ts";

/** The applications to one's own call: how they are judged, and what the money would give. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, receivedTable);
	return reading(async (work) => {
		const listed = (await listReceivedHeads(work, params.callId)).done ?? missing();
		const { heads, content, call } = listed;
		const asked = readWhatIf(url.searchParams, content.pot ?? 0);
		const judged = asked.way === null ? null : await judgeHeads(work, listed, heads);
		const asking = toShareAmong(judged ?? []);
		const given = asked.way === null ? null : propose(asked.way, asked.pot, asking, asked.floor);
		const standing = heads.filter(({ withdrawn }) => !withdrawn);
		const { rows, total } = await rowsShown(work, listed, { heads, judged }, state);
		return {
			...{ id: call.id, title: content.title, pot: content.pot, state, asked, total },
			...{ count: standing.length, applied: standing.reduce((sum, row) => sum + row.applied, 0) },
			outcome: given && {
				left: asked.pot - [...given.values()].reduce((sum, kroner) => sum + kroner, 0),
				full: asking.filter(({ id, applied }) => given.get(id) === applied).length,
				none: asking.filter(({ id }) => given.get(id) === 0).length,
			},
			rows: rows.map((row) => ({
				...{ id: row.id, name: row.name, joint: row.joint, parties: row.parties, isFirst: row.isFirst },
				...{ population: row.population, centrality: row.centrality, applied: row.applied },
				...{ mean: row.mean, spread: row.spread, judges: row.count, granted: row.granted, decided: row.decided },
				...{ state: stateOf(row), proposed: given?.get(row.id) ?? null },
			})),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, reading } = representing(context, request);
	const { callId } = params;
	const { content, judged } = await reading(async (work) => {
		const listed = (await listReceivedHeads(work, callId)).done ?? missing();
		return { content: listed.content, judged: await judgeHeads(work, listed, listed.heads) };
	});
	const asked = readWhatIf(await request.formData(), content.pot ?? 0);
	if (asked.way === null) missing();
	const granted = propose(asked.way, asked.pot, toShareAmong(judged), asked.floor);
	const outcome = await commanding((work) => proposeGrants(work, callId, granted));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	return redirectWithToast(`/funding/calls/${callId}/applications`, assessText[language].used);
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function ReceivedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = assessText[language];
	const { id, title, pot, rows, total, state, outcome, count, applied } = loaderData;
	const here = `/funding/calls/${id}`;
	const { columns } = text;
	const number = (key: "population" | "centrality") => ({
		...{ key, label: columns[key], numeric: true, sort: true },
		cell: (row: Row) => numberOf(language, row[key]),
	});
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead(formatNumber(language, count), kronerOf(language, applied), kronerOf(language, pot))}
				trail={[
					{ to: "/funding/own", label: fundingText[language].own },
					{ to: here, label: title },
				]}
				secondary={
					<Link className="ds-button" data-variant="secondary" to={`${here}/reach`}>
						{text.reach}
					</Link>
				}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				searchLabel={text.search}
				excel={`${here}/applications.xlsx`}
				filters={[
					{
						name: "state",
						label: columns.state,
						choices: receivedStates.map((one) => ({ value: one, label: text.states[one] })),
					},
				]}
				rowKey={(row) => row.id}
				rowHref={(row) => `${here}/applications/${row.id}`}
				empty={
					<EmptyState title={text.empty} action={{ to: here, label: title }}>
						{text.emptyBody}
					</EmptyState>
				}
				columns={[
					{
						...{ key: "name", label: columns.applicant, sort: true },
						cell: ({ name, joint, parties, isFirst }) => (
							<>
								{name}
								{joint && ` (${text.joint(formatNumber(language, parties))})`}
								{isFirst && `, ${text.first.toLowerCase()}`}
							</>
						),
					},
					number("population"),
					number("centrality"),
					{
						...{ key: "applied", label: columns.applied, numeric: true, sort: true },
						cell: (row) => kronerOf(language, row.applied),
					},
					{ key: "score", label: columns.score, numeric: true, sort: true, cell: (row) => <Score row={row} /> },
					...(outcome === null
						? []
						: [
								{
									...{ key: "proposed", label: columns.proposed, numeric: true },
									cell: (row: Row) => kronerOf(language, row.proposed) || <NoValue />,
								},
							]),
					{
						...{ key: "granted", label: columns.granted, numeric: true, sort: true },
						cell: ({ granted, decided }) =>
							granted === null ? (
								<NoValue />
							) : (
								<span className={decided ? undefined : "quiet"}>{kronerOf(language, granted)}</span>
							),
					},
					{ key: "state", label: columns.state, cell: (row) => <StateOf state={row.state} /> },
				]}
			/>
			{count > 0 && <WhatIf loaderData={loaderData} />}
		</div>
	);
}

function numberOf(language: Language, value: number | null) {
	return value === null ? <NoValue /> : formatNumber(language, value);
}

/** What those who assess came to together, and whether they disagree. */
function Score({ row: { mean, spread, judges } }: { readonly row: Row }) {
	const language = useLanguage();
	const text = assessText[language];
	if (mean === null) return <span className="quiet">{text.notJudged}</span>;
	return (
		<>
			{text.of(formatNumber(language, mean), formatNumber(language, judges))}
			{spread >= apart && <span className="list-under">{text.disagree(formatNumber(language, spread))}</span>}
		</>
	);
}
