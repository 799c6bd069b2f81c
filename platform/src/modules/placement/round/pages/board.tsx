import { lazy, Suspense, useState } from "react";
import { data, useFetcher } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useHasScript } from "../../../../ui/has-script.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Pagination } from "../../../../ui/Pagination.tsx";
import { TableTools } from "../../../../ui/TableTools.tsx";
import { isNarrowed, pageCount, tableHref } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { boardFullness } from "../../codes.ts";
import { type BoardStudent, boardChoices, boardState, openStanding, readBoard, toldMoves } from "../board.server.ts";
import { judgeAhead, lockClaim, longestReason, moveClaim, undoMove, unlockClaim } from "../move.server.ts";
import { placesReader } from "../since.server.ts";
import type { Route } from "./+types/board";
import { BoardHistory } from "./BoardHistory.tsx";
import { BoardLane, useDrop } from "./BoardLane.tsx";
import { BoardLanes } from "./BoardLanes.tsx";
import type { DecidedMove } from "./BoardMove.tsx";
import { type BoardHands, BoardStudentCard } from "./BoardStudentCard.tsx";
import { boardText } from "./board.text.ts";
import type { loader as claimLoader } from "./board-claim.tsx";
import { useDeeds } from "./board-deeds.ts";
import { boardAsked } from "./board-query.server.ts";
import { whyText } from "./claim.text.ts";
import "./board.css";

const BoardMove = lazy(() => import("./BoardMove.tsx"));

/** So many of the latest moves are told. */
const movesTold = 20;

/** The plan as a board: sites with their students and free places, moved by hand. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language, house, actor } = representing(context, request);
	const { state, query } = boardAsked(url);
	const asSystem = placesReader(house.database, actor.organisationId);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	return {
		...(await readBoard(reading, asSystem, standing, query, language)),
		...{ state, seen: standing.seen, ...params },
		choices: await boardChoices(standing, language),
		history: { ...(await boardState(standing)), told: await toldMoves(reading, standing, movesTold) },
	};
}

const deeds = {
	move: z.object({
		claim: z.string(),
		/** Empty: no place. */
		offer: z.string().nullable(),
		seen: z.int().min(0),
		along: z.array(z.string()),
		reason: z.string().max(longestReason).nullable(),
	}),
	undo: z.object({ number: z.int().min(1), seen: z.int().min(0) }),
	lock: z.object({ claim: z.string() }),
};

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding, url } = representing(context, request);
	const form = await request.formData();
	const text = whyText[language].move;
	const { runId } = params;
	const refusedWith = (refusals: readonly { readonly code: string }[]) =>
		data({ refusals: refusals.map(({ code }) => code) }, 422);
	// With script the board stays as it is and tells by itself what was done.
	const isScript = form.get("stay") !== null;
	const answer = (said: string) =>
		isScript ? data({ refusals: [] }) : redirectWithToast(url.pathname + url.search, said);
	const deed = form.get("deed");
	if (deed === "lock" || deed === "unlock") {
		const parsed = parseForm(deeds.lock, form);
		if (parsed.refusals) return refusedWith(parsed.refusals);
		const act = deed === "lock" ? lockClaim : unlockClaim;
		const outcome = await commanding((work) => act(work, runId, parsed.values.claim));
		return outcome.refused ? refusedWith(outcome.refused) : answer(deed === "lock" ? text.locked : text.unlocked);
	}
	if (deed === "undo") {
		const parsed = parseForm(deeds.undo, form);
		if (parsed.refusals) return refusedWith(parsed.refusals);
		const { number, seen } = parsed.values;
		const outcome = await commanding((work) => undoMove(work, runId, number, seen));
		return outcome.refused ? refusedWith(outcome.refused) : answer(text.undone);
	}
	const parsed = parseForm(deeds.move, form);
	if (parsed.refusals) return refusedWith(parsed.refusals);
	const { claim, offer, seen, along, reason } = parsed.values;
	await judgeAhead(reading, runId, claim, offer);
	const outcome = await commanding((work) => moveClaim(work, runId, claim, offer, seen, along, reason));
	return outcome.refused ? refusedWith(outcome.refused) : answer(text.moved);
}

type Asked = { readonly student: BoardStudent; readonly site: string | null };

export default function BoardPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = boardText[language];
	const { sites, total, unplaced, state, choices, history, seen, roundId, runId } = loaderData;
	const base = `/placement/rounds/${roundId}/runs/${runId}`;
	const hasScript = useHasScript();
	const [dragged, setDragged] = useState<BoardStudent | null>(null);
	const [asked, setAsked] = useState<Asked | null>(null);
	const opened = useFetcher<typeof claimLoader>();
	const { said, refusals, act } = useDeeds(loaderData);
	const number = (value: number) => formatNumber(language, value);
	const say = saying(language, whyText[language].refusals);
	const hands: BoardHands | null = hasScript
		? {
				dragged: dragged?.claim ?? null,
				take: (student) => {
					setDragged(student);
					if (student) opened.load(`${base}/board/claims/${student.claim}`);
				},
				open: (student) => setAsked({ student, site: null }),
				lock: (student) =>
					act({ deed: student.locked ? "unlock" : "lock", claim: student.claim }, () =>
						student.locked ? whyText[language].move.unlocked : whyText[language].move.locked,
					),
			}
		: null;
	const isKnown = dragged !== null && opened.data?.student.claim === dragged.claim;
	const dropping = {
		open: isKnown ? new Map(opened.data?.choices.map((one) => [one.site, one])) : null,
		drop: (site: string | null) => {
			if (dragged) setAsked({ student: dragged, site: site ?? "" });
			setDragged(null);
		},
	};
	const tray = useDrop(dragged !== null && !unplaced.rows.some(({ claim }) => claim === dragged.claim), () =>
		dropping.drop(null),
	);
	const move = ({ who, site, claim, offer, along, reason, seen: known }: DecidedMove) => {
		setAsked(null);
		act({ deed: "move", claim, offer: offer ?? "", seen: String(known), along, reason }, () =>
			[
				site === null ? text.saidTaken(who) : text.saidMoved(who, site),
				along.length > 0 ? text.saidAlong(along.length) : "",
			].join(" "),
		);
	};
	const shownRefusals = [...refusals, ...(actionData?.refusals ?? [])];
	const pages = hasScript ? Array.from({ length: pageCount(state, total) }, (_, at) => at + 1) : [state.page];
	return (
		<div className="board-page">
			<p className="section-lead">{hasScript ? text.lead : text.leadPlain}</p>
			<div role="alert">
				{shownRefusals.length > 0 && (
					<Alert tone="warning">
						{shownRefusals.map((code) => (
							<p key={code}>{say({ code })}</p>
						))}
					</Alert>
				)}
			</div>
			<BoardHistory
				history={history}
				seen={seen}
				undo={
					hasScript
						? (made) =>
								act(
									{ deed: "undo", number: String(made.number), seen: String(seen) },
									() => whyText[language].move.undone,
								)
						: null
				}
			/>
			<TableTools
				state={state}
				searchLabel={text.search}
				filters={[
					{ name: "municipality", label: text.filters.municipality, choices: choices.municipalities },
					{ name: "course", label: text.filters.course, choices: choices.courses },
					{
						name: "full",
						label: text.filters.full,
						choices: boardFullness.map((one) => ({ value: one, label: text.full[one] })),
					},
				]}
				orders={[]}
			/>
			<div className="board">
				<section className="board-tray" aria-labelledby="board-unplaced" {...tray}>
					<h2 className="ds-heading" data-size="xs" id="board-unplaced">
						{text.unplaced} <span className="tabs-count">{number(unplaced.total)}</span>
					</h2>
					{dragged !== null && <p className="board-out">{text.dropOut}</p>}
					{unplaced.total === 0 ? (
						<p className="quiet">{isNarrowed(state) ? "" : text.unplacedNone}</p>
					) : (
						<ul className="board-students">
							{unplaced.rows.map((student) => (
								<BoardStudentCard
									key={student.claim}
									student={student}
									base={base}
									placed={false}
									withCourse={choices.courses.length > 1}
									hands={hands}
								/>
							))}
						</ul>
					)}
					{unplaced.total > unplaced.rows.length && (
						<p className="quiet">{text.unplacedMore(number(unplaced.rows.length), number(unplaced.total))}</p>
					)}
				</section>
				<section className="board-lanes" aria-labelledby="board-sites">
					<h2 className="ds-heading" data-size="xs" id="board-sites">
						{text.sites} <span className="tabs-count">{number(total)}</span>
					</h2>
					{total === 0 && <EmptyState title={text.nothing}>{text.nothingBody}</EmptyState>}
					<BoardLanes
						pages={total === 0 ? [] : pages}
						first={{ page: state.page, sites }}
						href={(page) => tableHref(state, { page }, `${base}/board/sites`)}
						lane={(site) => <BoardLane key={site.id} site={site} base={base} hands={hands} dropping={dropping} />}
					/>
					{!hasScript && <Pagination state={state} total={total} />}
				</section>
			</div>
			<div role="status" className="board-said">
				{said !== null && <p>{said}</p>}
			</div>
			{asked !== null && (
				<Suspense>
					<BoardMove
						key={asked.student.claim}
						student={asked.student}
						site={asked.site}
						base={base}
						decide={move}
						close={() => setAsked(null)}
					/>
				</Suspense>
			)}
		</div>
	);
}
