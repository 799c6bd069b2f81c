import type { Language } from "../../../../language.ts";
import { answerText } from "./site-answer.text.ts";

type Answered = "confirmed" | "declined" | "accepted" | "reconsider" | "supervised";

/** What is said once somebody has answered; `forStudent`: in the student's place. */
export function answeredText(language: Language, answer: Answered, forStudent = false): string {
	const text = answerText[language];
	if (forStudent && (answer === "accepted" || answer === "reconsider")) return text.onBehalf.saved;
	if (answer === "supervised") return text.supervisorSaved;
	return answer === "reconsider" ? text.asked : text[answer];
}
