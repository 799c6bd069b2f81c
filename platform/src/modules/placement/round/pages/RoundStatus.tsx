import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { RoundState } from "../../codes.ts";
import { roundText } from "../text.ts";

const tones = {
	preparing: "neutral",
	wishes: "info",
	allocating: "warning",
	calculated: "info",
	published: "success",
	closed: "neutral",
} as const;

type Come = { readonly state: RoundState; readonly calculated: boolean };

/** What is said of how far a round has come: with a finished run it is no longer only ready to be run. */
export const saidOf = ({ state, calculated }: Come) => (state === "allocating" && calculated ? "calculated" : state);

/** How far a round has come, in words. */
export function RoundStatus(come: Come) {
	const said = saidOf(come);
	return <Status tone={tones[said]}>{roundText[useLanguage()].states[said]}</Status>;
}
