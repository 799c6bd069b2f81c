import type { ReactNode } from "react";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Cost } from "../../allocate/explain.ts";
import { ruleText } from "../../allocate/text.ts";
import type { Trial } from "../trial.server.ts";
import { studentName } from "./BoardStudentCard.tsx";
import { boardText } from "./board.text.ts";
import { byHandText } from "./by-hand.text.ts";
import { whyText } from "./claim.text.ts";
import { runPagesText } from "./run.text.ts";
import { costLines, isEqual } from "./WhyWishes.tsx";

/** What a move would come to: closed by a rule, what it costs, or who must move along to make room and what that costs. */
export function TrialTold({
	trial,
	to,
	actions,
}: {
	readonly trial: Trial;
	/** Name of the site; null for no place. */
	readonly to: string | null;
	/** What one can do, given the offer and who moves along. */
	readonly actions: (offer: string | null, along: readonly string[]) => ReactNode;
}) {
	const language = useLanguage();
	const { dialog: text } = boardText[language];
	const { move: words, noPlace } = whyText[language];
	const { another } = runPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	if (trial.kind === "refused") return <Alert tone="warning">{because(trial.because, text, ruleText[language])}</Alert>;
	const heading = trial.site ?? to;
	const along = trial.best?.along ?? [];
	const isFull = trial.exceeded.length > 0;
	return (
		<div className="board-trial">
			<p className="board-to">{heading === null ? text.take : text.to(heading)}</p>
			{trial.exceeded.map((over) => (
				<p key={over.name}>{words.full(over.name, number(over.count), number(over.places))}</p>
			))}
			{trial.breaks.map((rule) => (
				<p key={rule}>{words.breaks[rule]}</p>
			))}
			{trial.lost && <Alert tone="warning">{byHandText[language].lost}</Alert>}
			{isFull && trial.best === null && <p>{trial.gaveUp ? text.gaveUp : text.noChain}</p>}
			{isFull && along.length > 0 && (
				<>
					<p>{text.chain}</p>
					<ol className="board-chain">
						{along.map((one) => (
							<li key={one.claim}>
								{text.chainLine(studentName(one, another), one.from ?? noPlace, one.to ?? noPlace)}
							</li>
						))}
					</ol>
				</>
			)}
			{(!isFull || trial.best !== null) && (
				<>
					<p className="board-cost-title">{along.length > 0 ? text.costsAll : text.costs}</p>
					<CostList cost={isFull && trial.best ? trial.best.cost : trial.cost} free={words.free} />
					{actions(trial.offer, isFull ? along.map(({ claim }) => claim) : [])}
				</>
			)}
		</div>
	);
}

function because(
	why: Extract<Trial, { kind: "refused" }>["because"],
	text: (typeof boardText)["nb"]["dialog"],
	rules: Readonly<Record<string, string>>,
): string {
	if (why === "already-here") return text.alreadyHere;
	if (why === "nothing-here") return text.nothingHere;
	if (why === "locked") return text.heldByRun;
	return text.closed(rules[why] ?? why);
}

export function CostList({ cost, free }: { readonly cost: Cost; readonly free: string }) {
	const lines = costLines(cost, useLanguage());
	const isFree = isEqual(cost);
	return (
		<>
			{isFree && <p>{free}</p>}
			{lines.length > 0 && (
				<ul className="ds-list">
					{lines.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			)}
		</>
	);
}
