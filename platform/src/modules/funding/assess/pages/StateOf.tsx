import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { Received } from "../contract.ts";
import { assessText } from "../text.ts";

type State = "received" | "eligible" | "ineligible" | "granted" | "refused" | "withdrawn" | "appealed";

const tones = {
	received: "neutral",
	eligible: "info",
	ineligible: "warning",
	granted: "success",
	refused: "danger",
	withdrawn: "neutral",
	appealed: "warning",
} as const;

/** How far an application has come with who decides. */
export function stateOf(row: Pick<Received, "withdrawn" | "appealed" | "decided" | "outcome" | "eligible">): State {
	if (row.withdrawn) return "withdrawn";
	if (row.appealed === "waiting") return "appealed";
	if (row.decided && row.outcome !== null) return row.outcome;
	return row.eligible === null ? "received" : row.eligible ? "eligible" : "ineligible";
}

export function StateOf({ state }: { readonly state: State }) {
	return <Status tone={tones[state]}>{assessText[useLanguage()].states[state]}</Status>;
}
