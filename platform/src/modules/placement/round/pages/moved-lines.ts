import { formatNumber, type Language } from "../../../../language.ts";
import type { Cost } from "../../allocate/explain.ts";
import { byHandText } from "./by-hand.text.ts";
import { costLines } from "./WhyWishes.tsx";

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
