import type { Language } from "../../../../language.ts";
import { publishPagesText } from "./publish.text.ts";

/** What is said once somebody has answered. */
export function answeredText(language: Language, answer: "confirmed" | "declined" | "accepted" | "reconsider"): string {
	const text = publishPagesText[language];
	return answer === "reconsider" ? text.asked : text[answer];
}
