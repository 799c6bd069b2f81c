import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { AdmissionState, ProgrammeState } from "../codes.ts";
import { programmeText } from "../text.ts";

const tones: Readonly<Record<ProgrammeState, Tone>> = {
	draft: "neutral",
	open: "info",
	"under-way": "success",
	closed: "neutral",
};

/** How a programme stands, as a mark. */
export function ProgrammeStands({ state }: { readonly state: ProgrammeState }) {
	return <Status tone={tones[state]}>{programmeText[useLanguage()].states[state]}</Status>;
}

const admissionTones: Readonly<Record<AdmissionState, Tone>> = {
	...{ draft: "neutral", sent: "info", waiting: "warning", admitted: "success", declined: "neutral" },
	withdrawn: "neutral",
};

/** How an application stands, as a mark. */
export function AdmissionStands({ state }: { readonly state: AdmissionState }) {
	return <Status tone={admissionTones[state]}>{programmeText[useLanguage()].admissionStates[state]}</Status>;
}
