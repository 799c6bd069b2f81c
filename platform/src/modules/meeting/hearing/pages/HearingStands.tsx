import { useLanguage } from "../../../../ui/language.tsx";
import { Status, Tag, type Tone } from "../../../../ui/Tag.tsx";
import type { HearingStanding, Reply } from "../codes.ts";
import { hearingText } from "../text.ts";

const tones: Readonly<Record<HearingStanding, Tone>> = {
	...{ "to-answer": "warning", open: "info", draft: "neutral", answered: "success", withdrawn: "neutral" },
};
const replyTones: Readonly<Record<Reply, Tone>> = { "taken-in": "success", partly: "info", not: "neutral" };

/** How a hearing stands. */
export function HearingStands({
	standing,
	tag = false,
}: {
	readonly standing: HearingStanding;
	readonly tag?: boolean;
}) {
	const Shown = tag ? Tag : Status;
	return <Shown tone={tones[standing]}>{hearingText[useLanguage()].standings[standing]}</Shown>;
}

/** What became of an input. */
export function ReplyStands({ reply }: { readonly reply: Reply }) {
	return <Status tone={replyTones[reply]}>{hearingText[useLanguage()].replies[reply]}</Status>;
}
