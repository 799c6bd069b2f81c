import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { RoundState } from "../../codes.ts";
import { roundText } from "../text.ts";

const tones = {
	preparing: "neutral",
	wishes: "info",
	allocating: "warning",
	published: "success",
	closed: "neutral",
} as const;

/** How far a round has come, in words. */
export function RoundStatus({ state }: { readonly state: RoundState }) {
	return <Status tone={tones[state]}>{roundText[useLanguage()].states[state]}</Status>;
}
