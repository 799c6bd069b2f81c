import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { CapacityState } from "../../codes.ts";
import { capacityText } from "../text.ts";

const tones: Readonly<Record<CapacityState, Tone>> = {
	asked: "warning",
	draft: "neutral",
	answered: "info",
	approved: "info",
	published: "success",
	none: "neutral",
};

export function StateOf({ state }: { readonly state: CapacityState }) {
	return <Status tone={tones[state]}>{capacityText[useLanguage()].states[state]}</Status>;
}
