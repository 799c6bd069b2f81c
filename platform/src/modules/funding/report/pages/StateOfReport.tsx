import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { DueState } from "../codes.ts";
import { reportText } from "../text.ts";

const tones = { draft: "neutral", sent: "info", returned: "warning", accepted: "success", read: "success" } as const;

/** How a report stands. */
export function StateOfReport({ state }: { readonly state: DueState }) {
	return <Status tone={tones[state]}>{reportText[useLanguage()].states[state]}</Status>;
}
