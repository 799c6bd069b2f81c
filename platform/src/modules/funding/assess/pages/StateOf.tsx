import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { ReceivedState } from "../codes.ts";
import { assessText } from "../text.ts";

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
export function StateOf({ state }: { readonly state: ReceivedState }) {
	return <Status tone={tones[state]}>{assessText[useLanguage()].states[state]}</Status>;
}
