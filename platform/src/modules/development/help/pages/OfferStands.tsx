import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { OfferState } from "../codes.ts";
import { helpText } from "../text.ts";

const tones = {
	offered: "warning",
	later: "neutral",
	waiting: "info",
	going: "info",
	ended: "success",
	declined: "neutral",
	withdrawn: "neutral",
} as const;

/** Where help to one organisation stands. */
export function OfferStands({ state }: { readonly state: OfferState }) {
	const language = useLanguage();
	return <Status tone={tones[state]}>{helpText[language].states[state]}</Status>;
}
