import { formatDate, type Language } from "../../../../language.ts";
import type { Hearing } from "../contract.ts";
import { hearingPagesText } from "./hearing.text.ts";
import { inputsText } from "./inputs.text.ts";

/** Who asks for input and by when, as it stands now: what is closed asks no more. */
export function leadOf(language: Language, hearing: Hearing, holderName: string): string {
	const text = hearingPagesText[language];
	const day = formatDate(language, hearing.lastDay);
	if (hearing.state === "draft") return text.draftLead;
	if (hearing.state === "withdrawn") return text.withdrawnLead(holderName, day);
	return hearing.settledOn === null
		? text.lead1(holderName, day)
		: text.closedLead(holderName, day, formatDate(language, hearing.settledOn));
}

/** Who sees what is said: before it is closed as a promise, afterwards as it is. */
export function shownTo(language: Language, { showsAll, state }: Hearing): string {
	const text = inputsText[language];
	if (!showsAll) return text.onlyHolder;
	return state === "answered" ? text.shows : text.willShow;
}
