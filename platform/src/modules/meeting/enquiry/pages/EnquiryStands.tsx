import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { EnquiryStanding } from "../codes.ts";
import { enquiryText } from "../text.ts";

const tones: Readonly<Record<EnquiryStanding, Tone>> = {
	...{ late: "danger", sent: "info", taken: "info", "asked-back": "warning" },
	...{ answered: "success", refused: "neutral", withdrawn: "neutral" },
};

/** How an enquiry stands, as a mark. */
export function EnquiryStands({ standing }: { readonly standing: EnquiryStanding }) {
	return <Status tone={tones[standing]}>{enquiryText[useLanguage()].standings[standing]}</Status>;
}
