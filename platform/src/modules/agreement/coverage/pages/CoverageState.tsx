import type { Language } from "../../../../language.ts";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { Coverage } from "../codes.ts";
import { coverageText } from "../text.ts";

const tones: Readonly<Record<Coverage, Tone>> = { none: "danger", "no-arena": "warning", covered: "success" };

/** How well a municipality is covered; a plain function, for the cells of a list. */
export function coverageState(coverage: Coverage, language: Language) {
	return <Status tone={tones[coverage]}>{coverageText[language].coverages[coverage]}</Status>;
}
