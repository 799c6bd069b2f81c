import type { Language } from "../../../language.ts";
import type { Reach } from "./contract.ts";
import { collectText } from "./text.ts";

/** Who leads a unit, and how they get to know that they are asked. */
export function reachWords(language: Language, { way, leaders }: Reach): string {
	const text = collectText[language];
	return `${leaders.join(", ") || text.noLeader}: ${text.reaches[way]}`;
}
