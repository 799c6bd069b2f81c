import { useLanguage } from "../../../ui/language.tsx";
import { Status, Tag, type Tone } from "../../../ui/Tag.tsx";
import type { Standing } from "../codes.ts";
import { agreementText } from "../text.ts";

const tones: Readonly<Record<Standing, Tone>> = {
	draft: "neutral",
	negotiating: "info",
	signing: "info",
	"not-begun": "success",
	"in-force": "success",
	"to-renew": "warning",
	"run-out": "danger",
	ended: "neutral",
	withdrawn: "neutral",
};

/** How an agreement stands: quiet in a table, a tag beside its title. */
export function StandingOf({ standing, tag = false }: { readonly standing: Standing; readonly tag?: boolean }) {
	const word = agreementText[useLanguage()].standings[standing];
	return tag ? <Tag tone={tones[standing]}>{word}</Tag> : <Status tone={tones[standing]}>{word}</Status>;
}
