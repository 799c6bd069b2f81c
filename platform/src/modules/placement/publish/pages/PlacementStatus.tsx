import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { PlacementState } from "../../codes.ts";
import { publishText } from "../text.ts";

const tones = {
	published: "warning",
	confirmed: "success",
	declined: "danger",
	cancelled: "neutral",
	"under-way": "info",
	completed: "neutral",
} as const;

export function PlacementStatus({ state }: { readonly state: PlacementState }) {
	return <Status tone={tones[state]}>{publishText[useLanguage()].states[state]}</Status>;
}
