import type { Language } from "../../../../language.ts";
import { answerText } from "./site-answer.text.ts";

type Answered = "confirmed" | "declined" | "accepted" | "reconsider" | "supervised";

/** What is said once somebody has answered. */
export function answeredText(language: Language, answer: Answered): string {
	const text = answerText[language];
	if (answer === "supervised") return text.supervisorSaved;
	return answer === "reconsider" ? text.asked : text[answer];
}
