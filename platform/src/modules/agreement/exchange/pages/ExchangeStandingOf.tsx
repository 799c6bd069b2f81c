import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { ExchangeStanding } from "../codes.ts";
import { exchangeText } from "../text.ts";

const tones: Readonly<Record<ExchangeStanding, Tone>> = {
	vacant: "warning",
	ahead: "info",
	"under-way": "success",
	"to-evaluate": "warning",
	over: "neutral",
};

/** How an exchange stands. */
export function ExchangeStandingOf({ standing }: { readonly standing: ExchangeStanding }) {
	return <Status tone={tones[standing]}>{exchangeText[useLanguage()].standings[standing]}</Status>;
}
