import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { judgeAhead, lockClaim, longestReason, moveClaim, undoMove, unlockClaim } from "../move.server.ts";
import { readyWithin } from "../ready.ts";
import { handsOf, namedRows, openStanding } from "../run-view.server.ts";
import { placesReader } from "../since.server.ts";
import { tryMove } from "../trial.server.ts";
import { whyOf } from "../why.server.ts";
import type { Route } from "./+types/claim";
import { boardText } from "./board.text.ts";
import { byHandText } from "./by-hand.text.ts";
import { whyText } from "./claim.text.ts";
import { Making, useLooks } from "./Making.tsx";
import { roundPagesText } from "./round.text.ts";
import { runPagesText } from "./run.text.ts";
import { TrialTold } from "./TrialTold.tsx";
import { WhyOrWait } from "./WhyOrWait.tsx";
import { waitText } from "./wait.text.ts";

/** So many of the open places are offered in the form: the wished for and the nearest. */
const choicesAtMost = 60;
const nowhere = "none";
/** Milliseconds a page waits for what it is for: to move somebody. */
const whatIsAskedFor = 5000;

/** One student in a plan: why this place, what another would cost, and moving by hand. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, house, actor } = representing(context, request);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	const { run, ask, edits, moves, seen } = standing;
	const bare = (await ask("row", { edits, claim: params.claimId })) ?? missing();
	const [row = missing()] = await reading((work) => namedRows(work, standing, [bare]));
	const asked = url.searchParams.get("offer");
	const offer = asked === nowhere ? null : asked;
	const asSystem = placesReader(house.database, actor.organisationId);
	// In the order they are answered: what is quick does not wait for what takes long.
	const [choices, trial, why] = await Promise.all([
		readyWithin(ask("offers", { edits, claim: row.claim, most: choicesAtMost }), whatIsAskedFor),
		asked === null ? null : readyWithin(tryMove(reading, asSystem, standing, row.claim, { offer }), whatIsAskedFor),
		readyWithin(whyOf(reading, standing, row.claim, handsOf(standing, row))),
	]);
	return {
		...{ roundId: params.roundId, runId: params.runId, runName: run.name, row, seen, asked },
		...{ choices: choices ?? null, trial: trial ?? null, why: why ?? null },
		move: moves.findLast(({ claim }) => claim === row.claim) ?? null,
	};
}

const deeds = {
	move: z.object({
		...{ offer: z.string(), seen: z.int().min(0), along: z.array(z.string()) },
		reason: z.string().max(longestReason).nullable(),
	}),
	undo: z.object({ number: z.int().min(1), seen: z.int().min(0) }),
};

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const text = whyText[language].move;
	const here = `/placement/rounds/${params.roundId}/runs/${params.runId}/claims/${params.claimId}`;
	const refusedWith = (refusals: readonly Refusal[]) => data({ refusals, given: {} }, 422);
	const deed = form.get("deed");
	if (deed === "lock" || deed === "unlock") {
		const act = deed === "lock" ? lockClaim : unlockClaim;
		const outcome = await commanding((work) => act(work, params.runId, params.claimId));
		if (outcome.refused) return refusedWith(outcome.refused);
		return redirectWithToast(here, deed === "lock" ? text.locked : text.unlocked);
	}
	if (deed === "undo") {
		const parsed = parseForm(deeds.undo, form);
		if (parsed.refusals) return refusedWith(parsed.refusals);
		const outcome = await commanding((work) => undoMove(work, params.runId, parsed.values.number, parsed.values.seen));
		if (outcome.refused) return refusedWith(outcome.refused);
		return redirectWithToast(here, text.undone);
	}
	const parsed = parseForm(deeds.move, form);
	if (parsed.refusals) return refusedWith(parsed.refusals);
	const { offer, seen, along, reason } = parsed.values;
	const to = offer === nowhere ? null : offer;
	await judgeAhead(reading, params.runId, params.claimId, to);
	const outcome = await commanding((work) => moveClaim(work, params.runId, params.claimId, to, seen, along, reason));
	if (outcome.refused) return refusedWith(outcome.refused);
	return redirectWithToast(here, text.moved);
}

type Data = Route.ComponentProps["loaderData"];

export default function ClaimPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = whyText[language];
	const { row, why, roundId, runId, runName } = loaderData;
	const base = `/placement/rounds/${roundId}/runs/${runId}`;
	const name = row.student ?? `${runPagesText[language].another}, ${row.institution}`;
	const say = saying(language, text.refusals);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				trail={[
					{ to: "/placement/rounds", label: roundPagesText[language].title },
					{ to: base, label: runName },
					{ to: `${base}/plan`, label: runPagesText[language].plan },
				]}
				tags={
					<>
						{row.locked && <Tag>{runPagesText[language].locked}</Tag>}
						{row.moved && <Tag tone="info">{text.move.tag}</Tag>}
					</>
				}
				secondary={<Deeds loaderData={loaderData} />}
			/>
			{actionData && (
				<Alert tone="warning">
					<div role="alert">
						{actionData.refusals.map((refusal) => (
							<p key={refusal.code}>{say(refusal)}</p>
						))}
					</div>
				</Alert>
			)}
			<Facts
				facts={[
					{ label: text.facts.site, value: row.site === null ? text.noPlace : `${row.site}, ${row.host}` },
					{
						label: text.facts.wish,
						value:
							row.offer === null
								? null
								: row.rank !== null
									? text.rank(row.rank)
									: row.wishes === 0
										? runPagesText[language].hasNotWished
										: runPagesText[language].notWished,
					},
					{
						label: text.facts.travel,
						value: row.minutes === null ? null : text.travel(formatNumber(language, row.minutes)),
					},
					{ label: text.facts.course, value: row.course },
					{
						label: text.facts.days,
						value: `${formatDate(language, row.firstDay)} – ${formatDate(language, row.lastDay)}`,
					},
					{ label: text.facts.institution, value: row.institution },
					{ label: text.facts.priority, value: text.priorities(row.priority) },
				]}
			/>
			<WhyOrWait why={why} />
			<MoveByHand loaderData={loaderData} />
		</div>
	);
}

function Deeds({ loaderData: { row, move, seen } }: { readonly loaderData: Data }) {
	const text = whyText[useLanguage()].move;
	return (
		<>
			{row.offer !== null && (
				<Form method="post">
					<SubmitButton variant="secondary" size="sm" name="deed" value={row.locked ? "unlock" : "lock"}>
						{row.locked ? text.unlock : text.lock}
					</SubmitButton>
				</Form>
			)}
			{move && (
				<Form method="post">
					<input type="hidden" name="number" value={move.number} />
					<input type="hidden" name="seen" value={seen} />
					<SubmitButton variant="secondary" size="sm" name="deed" value="undo">
						{text.undo}
					</SubmitButton>
				</Form>
			)}
		</>
	);
}

/** Choosing another place, seeing what it costs, and only then moving. */
function MoveByHand({ loaderData }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const { move: text, ...why } = whyText[language];
	const { row, asked, trial, seen } = loaderData;
	const choices = loaderData.choices ?? [];
	const tries = asked !== null && trial === null;
	useLooks(loaderData.choices === null || tries);
	const number = (value: number) => formatNumber(language, value);
	const words = (choice: (typeof choices)[number]) =>
		[
			choice.name,
			choice.rank === null ? null : why.rank(choice.rank),
			choice.minutes === null ? null : why.travel(number(choice.minutes)),
		]
			.filter(Boolean)
			.join(", ");
	return (
		<Section title={text.title} lead={text.lead} id="move">
			{loaderData.choices === null && <Making label={waitText[language].places} />}
			<Form method="get" className="stack" hidden={loaderData.choices === null}>
				<Field
					name="offer"
					label={text.offer}
					kind="select"
					required
					value={asked ?? ""}
					choices={[
						...choices.map((choice) => ({ value: choice.offer, label: words(choice) })),
						...(row.offer === null ? [] : [{ value: nowhere, label: text.none }]),
					]}
				/>
				<div>
					<SubmitButton variant="secondary">{text.see}</SubmitButton>
				</div>
			</Form>
			{tries && <Making label={waitText[language].trial} />}
			{trial !== null && (
				<Section title={text.costs} level={3}>
					<TrialTold
						trial={trial}
						to={null}
						actions={(_, along) => (
							<TaskForm>
								<input type="hidden" name="offer" value={asked ?? ""} />
								<input type="hidden" name="seen" value={seen} />
								{along.map((one) => (
									<input key={one} type="hidden" name="along" value={one} />
								))}
								<Field
									kind="textarea"
									name="reason"
									label={byHandText[language].ask}
									hint={byHandText[language].askHint}
									rows={2}
									maxLength={500}
								/>
								<SubmitButton name="deed" value="move">
									{along.length === 0 ? text.do : boardText[language].dialog.moveAll(along.length)}
								</SubmitButton>
							</TaskForm>
						)}
					/>
				</Section>
			)}
		</Section>
	);
}
