import { useLanguage } from "../../ui/language.tsx";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import type { JobState } from "../rules.ts";
import { jobText } from "../text.ts";

const tones: Readonly<Record<JobState, Tone>> = {
	waiting: "neutral",
	running: "info",
	done: "success",
	failed: "danger",
	cancelled: "neutral",
};

/** How a job stands, in a word. */
export function StateTag({ state }: { readonly state: JobState }) {
	return <Tag tone={tones[state]}>{jobText[useLanguage()].states[state]}</Tag>;
}
