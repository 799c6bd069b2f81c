import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { Coverage } from "../codes.ts";
import { coverageText } from "../text.ts";

const tones: Readonly<Record<Coverage, Tone>> = { none: "danger", "no-arena": "warning", covered: "success" };

/** How well a municipality is covered. */
export function CoverageState({ coverage }: { readonly coverage: Coverage }) {
	return <Status tone={tones[coverage]}>{coverageText[useLanguage()].coverages[coverage]}</Status>;
}
