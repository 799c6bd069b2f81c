import { Link } from "react-router";
import { foldName, searchWords } from "../../../../geography/search.ts";
import { compareText, formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { costOfMoves, explanationFor } from "../moved.server.ts";
import { type PlanRow, viewRun } from "../run-view.server.ts";
import type { Route } from "./+types/run-plan";
import { runPagesText } from "./run.text.ts";
import { costLines } from "./WhyWishes.tsx";

const got = ["first", "wished", "unwished", "none"] as const;
const planTable = { sort: ["student", "site", "rank", "minutes", "course"], filters: { got } } as const;

const isGot: Readonly<Record<(typeof got)[number], (row: PlanRow) => boolean>> = {
	first: ({ rank }) => rank === 1,
	wished: ({ rank }) => rank !== null,
	unwished: ({ rank, offer }) => rank === null && offer !== null,
	none: ({ offer }) => offer === null,
};

/** Who goes where, to search, narrow and sort. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, planTable);
	return reading(async (work) => {
		const view = (await viewRun(work, params.runId)) ?? missing();
		const words = searchWords(state.search);
		const wanted = got.find((one) => one === state.filters.got);
		const rows = view.rows
			.filter((row) => (wanted === undefined ? true : isGot[wanted](row)))
			.filter((row) =>
				words.every((word) => foldName(`${row.student ?? ""} ${row.site ?? ""} ${row.host ?? ""}`).includes(word)),
			)
			.sort(comparing(state.sort, language));
		if (state.descending) rows.reverse();
		const { run, content, moves } = view;
		const cost = moves.length === 0 ? null : costOfMoves(explanationFor(run, content), moves);
		return {
			...{ moves: moves.length, cost: cost?.kind === "edited" ? cost.cost : null },
			...{ state, total: rows.length, roundId: params.roundId, runId: params.runId },
			rows: rows.slice(state.offset, state.offset + state.pageSize),
		};
	});
}

function comparing(sort: string | null, language: Language): (a: PlanRow, b: PlanRow) => number {
	const compare = compareText(language);
	const byName = (a: PlanRow, b: PlanRow) =>
		compare(a.student ?? "\uffff", b.student ?? "\uffff") || compare(a.claim, b.claim);
	const last = Number.MAX_SAFE_INTEGER;
	switch (sort) {
		case "site":
			return (a, b) => compare(a.site ?? "\uffff", b.site ?? "\uffff") || byName(a, b);
		case "course":
			return (a, b) => compare(a.course, b.course) || byName(a, b);
		case "rank":
			return (a, b) => (a.rank ?? last) - (b.rank ?? last) || byName(a, b);
		case "minutes":
			return (a, b) => (a.minutes ?? last) - (b.minutes ?? last) || byName(a, b);
		default:
			return byName;
	}
}

export default function RunPlan({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, ...text } = runPagesText[language];
	const { rows, total, state, roundId, runId } = loaderData;
	const base = `/placement/rounds/${roundId}/runs/${runId}/claims`;
	return (
		<>
			<MovesNote {...loaderData} />
			<Table
				caption={text.plan}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.claim}
				rowHref={(row) => `${base}/${row.claim}`}
				searchLabel={text.search}
				filters={[
					{ name: "got", label: text.filters.got, choices: got.map((one) => ({ value: one, label: text.got[one] })) },
				]}
				columns={[
					{
						key: "student",
						label: columns.student,
						cell: (row) => row.student ?? `${text.another}, ${row.institution}`,
						sort: true,
					},
					{
						key: "course",
						label: columns.course,
						cell: (row) => (
							<>
								{row.course}
								<span className="quiet list-under">
									{formatShortDate(language, row.firstDay)}–{formatShortDate(language, row.lastDay)}
								</span>
							</>
						),
						sort: true,
					},
					{
						key: "site",
						label: columns.site,
						cell: (row) =>
							row.site === null ? (
								<Link className="ds-link" to={`${base}/${row.claim}`}>
									{text.noPlace}
								</Link>
							) : (
								<>
									{row.site} {row.locked && <Tag>{text.locked}</Tag>}
									<span className="quiet list-under">{row.host}</span>
								</>
							),
						sort: true,
					},
					{
						key: "rank",
						label: columns.rank,
						cell: (row) => (row.offer === null ? "" : row.rank === null ? text.notWished : text.wish(row.rank)),
						sort: true,
					},
					{
						key: "minutes",
						label: columns.minutes,
						cell: (row) => (row.minutes === null ? "" : text.minutes(formatNumber(language, row.minutes))),
						numeric: true,
						sort: true,
					},
				]}
			/>
		</>
	);
}

/** That the plan is no longer the engine's alone, and what the moves by hand cost in all. */
function MovesNote({ moves, cost }: Pick<Route.ComponentProps["loaderData"], "moves" | "cost">) {
	const language = useLanguage();
	const text = runPagesText[language];
	if (moves === 0) return null;
	const lines = cost === null ? [] : costLines(cost, language);
	return (
		<Alert title={text.movedByHand(moves)}>
			<p>{lines.length === 0 ? text.movesFree : text.movesCost}</p>
			<ul>
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</Alert>
	);
}
