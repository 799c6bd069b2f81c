import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { PlanState } from "../codes.ts";
import { planText } from "../text.ts";

const tones: Readonly<Record<PlanState, Tone>> = {
	...{ draft: "neutral", heard: "info", adopted: "success", review: "warning", ended: "neutral" },
};

/** How a plan stands, as a mark; an adopted one that is to be reviewed says so. */
export function PlanStands({ state, toReview }: { readonly state: PlanState; readonly toReview: boolean }) {
	const words = planText[useLanguage()];
	if (toReview) return <Status tone="warning">{words.toReview}</Status>;
	return <Status tone={tones[state]}>{words.states[state]}</Status>;
}
