import { formatNumber, type Language } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { wordFor } from "../../../organisation/text.ts";
import type { Cost } from "../../allocate/explain.ts";
import { ruleText, stepText } from "../../allocate/text.ts";
import type { ToldWish, Why } from "../why.server.ts";
import { byHandText } from "./by-hand.text.ts";
import { whyText } from "./claim.text.ts";

/** Wish by wish: met, closed by a rule, or what it would have cost the others. */
export function WhyWishes({ why }: { readonly why: Why }) {
	const language = useLanguage();
	const text = whyText[language];
	return (
		<>
			{why.byHand !== null && <ByHand byHand={why.byHand} />}
			<Section title={text.wishes}>
				{why.wishes.length === 0 ? (
					<p className="quiet">{text.noWishes}</p>
				) : (
					<ol className="why">
						{why.wishes.map((wish) => (
							<li key={wish.rank}>
								<h3 className="ds-heading" data-size="2xs">
									{text.rank(wish.rank)}: {wish.name}
									{wish.minutes !== null && (
										<span className="quiet"> {text.travel(formatNumber(language, wish.minutes))}</span>
									)}
								</h3>
								<Answer wish={wish} />
							</li>
						))}
					</ol>
				)}
				{!why.exact && why.wishes.some(({ cost }) => cost !== null) && <p className="quiet">{text.notExact}</p>}
				{why.proved && (
					<p className="quiet">
						{why.moves === 0 ? text.proof : byHandText[language].proof(formatNumber(language, why.moves))}
					</p>
				)}
			</Section>
		</>
	);
}

/** That a person has decided and not the run, and why. */
function ByHand({ byHand: { placed, along, reason } }: { readonly byHand: NonNullable<Why["byHand"]> }) {
	const text = byHandText[useLanguage()];
	return (
		<Alert title={text.title}>
			<p>{along ? text.along : placed ? text.moved : text.taken}</p>
			{!along && <p>{reason === null ? text.noReason : text.reason(reason)}</p>}
		</Alert>
	);
}

function Answer({ wish }: { readonly wish: ToldWish }) {
	const language = useLanguage();
	const text = whyText[language];
	if (wish.answer === "rules")
		return (
			<>
				<p>{text.rules}</p>
				<ul className="ds-list">
					{wish.removed.map(({ rule, offers }) => (
						<li key={rule}>{text.removedLine(formatNumber(language, offers), wordFor(ruleText[language], rule))}</li>
					))}
				</ul>
			</>
		);
	if (wish.answer === "moved-away" || wish.answer === "not-chosen") return <p>{byHandText[language][wish.answer]}</p>;
	if (wish.answer === "crossing")
		return <p>{wish.crossing === null ? text["rules-cross"] : text.crossing[wish.crossing]}</p>;
	if (wish.answer !== "cost" || wish.cost === null)
		return <p>{text[wish.answer === "cost" ? "rules-cross" : wish.answer]}</p>;
	const losers = wish.moves.filter(({ who, from, to }) => who === "another" && from !== null && to === null).length;
	const lines = costLines(wish.cost, language, losers);
	return (
		<>
			<p>{isEqual(wish.cost) && losers === 0 ? text.cost.equal : text.cost.intro}</p>
			<ul className="ds-list">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
			{wish.sure?.kind === "none-better" && <p className="quiet">{text.noneBetter}</p>}
			{wish.sure?.kind === "best-found" && (
				<p className="quiet">
					{wish.sure.least === null || wish.sure.least <= 0
						? text.bestFound
						: text.bestFoundLeast(formatNumber(language, wish.sure.least))}
				</p>
			)}
			{wish.moves.length > 1 && (
				<Details summary={text.chain}>
					<ol className="ds-list">
						{wish.moves.map((move, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a chain is in its order and never changes
							<li key={at}>
								{text.from(
									move.who === "claim" ? text.you : text.another,
									move.from ?? text.noPlace,
									move.to ?? text.noPlace,
								)}
							</li>
						))}
					</ol>
				</Details>
			)}
		</>
	);
}

/** Whether a change makes the plan neither better nor worse, whoever has to move. */
export function isEqual({ places, steps }: Cost): boolean {
	return places === 0 && steps.length === 0;
}

/**
 * What a change costs, in sentences; nothing where it costs nothing. Wishes and travel are said as the round weighs them,
 * in minutes: somebody who loses a place and somebody who gets one count as they do in the plan.
 */
export function costLines(cost: Cost, language: Language, losers = 0): string[] {
	const { cost: words } = whyText[language];
	const said = (value: number) => formatNumber(language, Math.abs(value));
	return [
		...(cost.places > 0 ? [words.places(cost.places, said(cost.places))] : []),
		...(cost.places <= 0 && losers > 0 ? [words.loses(losers, said(losers))] : []),
		...cost.steps.flatMap(({ name, change }) => {
			if (name.startsWith("priority ")) return [];
			if (name === "burden") return [change > 0 ? words.worse(said(change)) : words.better(said(change))];
			return [words.step(stepText(name, language), `${change > 0 ? "+" : "−"}${said(change)}`)];
		}),
		...(cost.others > 0 ? [words.others(cost.others, said(cost.others))] : []),
	];
}
