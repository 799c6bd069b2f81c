import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { Security, StudyState } from "../codes.ts";
import { studyText } from "../text.ts";

const tones: Readonly<Record<StudyState, Tone>> = {
	...{ planned: "neutral", applied: "info", admitted: "info", started: "success", completed: "neutral" },
	...{ deferred: "warning", "dropped-out": "danger" },
};

/** How a study stands, as a mark. */
export function StudyStands({ state }: { readonly state: StudyState }) {
	return <Status tone={tones[state]}>{studyText[useLanguage()].states[state]}</Status>;
}

const secure: Readonly<Record<Security, Tone>> = { none: "neutral", wanted: "warning", secured: "success" };

/** Whether leave or a substitute is settled, as a mark. */
export function Secured({ of, how }: { readonly of: "leave" | "substitute"; readonly how: Security }) {
	const word = studyText[useLanguage()][of][how];
	return how === "none" ? <span className="quiet">{word}</span> : <Status tone={secure[how]}>{word}</Status>;
}
