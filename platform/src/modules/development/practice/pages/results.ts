import type { Language } from "../../../../language.ts";
import { endingText } from "../../ending/text.ts";
import type { PracticeResult } from "../contract.ts";
import { cardText } from "./card.text.ts";

/** How a project went, in a word or two: where it is, how it ended, and what was in use when somebody asked. */
export function resultInWords(language: Language, result: PracticeResult | null): string {
	const [text, words] = [cardText[language], endingText[language]];
	if (result === null || result.state === "draft") return text.planned;
	if (result.outcome === null) return text.going;
	if (result.inUse === null) return words.outcomes[result.outcome];
	return `${words.outcomes[result.outcome]}. ${words.uses[result.inUse]}`;
}

/** The sign of a project in the picture of a chain: under way, ended, or over and not in use. */
export function signOf(result: PracticeResult | null): "ring" | "full" | "cross" {
	if (result === null || result.outcome === null) return "ring";
	return result.outcome === "stopped" || result.inUse === "none" ? "cross" : "full";
}
