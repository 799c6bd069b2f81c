import { useLanguage } from "../../../ui/language.tsx";
import { Status, type Tone } from "../../../ui/Tag.tsx";
import type { DecisionStanding, MeetingState } from "../codes.ts";
import { meetingText } from "../text.ts";

const decisionTones: Readonly<Record<DecisionStanding, Tone>> = {
	...{ late: "danger", open: "info", done: "success", dropped: "neutral" },
};
const meetingTones: Readonly<Record<MeetingState, Tone>> = {
	...{ planned: "neutral", invited: "info", held: "success", cancelled: "warning" },
};

export function DecisionStands({ standing }: { readonly standing: DecisionStanding }) {
	return <Status tone={decisionTones[standing]}>{meetingText[useLanguage()].standings[standing]}</Status>;
}

export function MeetingStands({ state }: { readonly state: MeetingState }) {
	return <Status tone={meetingTones[state]}>{meetingText[useLanguage()].meetingStates[state]}</Status>;
}
