import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { AwardState } from "../codes.ts";
import { awardText } from "../text.ts";

const tones = { given: "warning", accepted: "success", declined: "neutral" } as const;

/** How an award stands. */
export function StateOf({ state }: { readonly state: AwardState }) {
	return <Status tone={tones[state]}>{awardText[useLanguage()].states[state]}</Status>;
}
