import { formatNumber, type Language } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Cost } from "../../allocate/explain.ts";
import { byHandText } from "./by-hand.text.ts";
import { Making, useLooks } from "./WhyOrWait.tsx";
import { costLines } from "./WhyWishes.tsx";
import { waitText } from "./wait.text.ts";

/** That the plan is no longer the engine's alone, and how much worse than the best it now is. Nothing where nobody has moved. */
export function MovedByHand(props: {
	readonly moves: number;
	readonly cost: Cost | null;
	/** Whether what it costs is still being worked out. */
	readonly making: boolean;
}) {
	const { moves, cost, making } = props;
	const language = useLanguage();
	const text = byHandText[language];
	useLooks(making);
	if (moves === 0) return null;
	if (making) return <Making label={waitText[language].cost} />;
	const count = formatNumber(language, moves);
	const lines = cost === null ? [] : movedLines(cost, language);
	if (lines.length === 0) return <Alert>{cost === null ? text.unknown(count) : text.asGood(count)}</Alert>;
	return (
		<Alert tone="warning" title={text.worse(count)}>
			<ul>
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</Alert>
	);
}

/** What moves that are made have cost, in sentences; nothing where they cost nothing. */
export function movedLines(cost: Cost, language: Language): string[] {
	const { lines } = byHandText[language];
	const said = (value: number) => formatNumber(language, Math.abs(value));
	const { places } = cost;
	const burden = cost.steps.find(({ name }) => name === "burden")?.change ?? 0;
	const others = cost.steps.filter(({ name }) => name !== "burden");
	return [
		...(places === 0 ? [] : [(places > 0 ? lines.lost : lines.won)(Math.abs(places), said(places))]),
		...(burden === 0 ? [] : [(burden > 0 ? lines.worse : lines.better)(said(burden))]),
		...costLines({ ...cost, places: 0, others: 0, steps: others }, language),
	];
}
