import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { RequestStanding } from "../codes.ts";
import { requestText } from "../text.ts";

const tones: Readonly<Record<RequestStanding, Tone>> = {
	draft: "neutral",
	sent: "info",
	overdue: "danger",
	answered: "success",
	unmet: "warning",
	withdrawn: "neutral",
};

export function StandingOf({ standing }: { readonly standing: RequestStanding }) {
	return <Status tone={tones[standing]}>{requestText[useLanguage()].standings[standing]}</Status>;
}
