import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { helpPageText } from "./help.text.ts";

/** Who at an organisation can be spoken with, and in what role. */
export function LocalFields({ required }: { readonly required: true | "sometimes" }) {
	const { hints } = helpPageText[useLanguage()];
	const hint = required === "sometimes" ? { hint: hints.local } : {};
	return (
		<>
			<Field name="localName" maxLength={200} autoComplete="off" required={required} {...hint} />
			<Field name="localRole" maxLength={120} autoComplete="off" required={required} />
			<Field name="localEmail" kind="email" maxLength={320} autoComplete="off" />
		</>
	);
}
