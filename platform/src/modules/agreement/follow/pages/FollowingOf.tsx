import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { Following } from "../codes.ts";
import { followText } from "../text.ts";

const tones: Readonly<Record<Following, Tone>> = {
	"not-begun": "neutral",
	"no-number": "neutral",
	unknown: "info",
	"on-track": "success",
	slipping: "warning",
	kept: "success",
	"not-kept": "danger",
};

/** How a promise stands. */
export function FollowingOf({ following }: { readonly following: Following }) {
	return <Status tone={tones[following]}>{followText[useLanguage()].followings[following]}</Status>;
}
