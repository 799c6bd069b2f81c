import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { signText } from "./sign.text.ts";

/** Who signs, in what capacity, when, and exactly which text. */
export function SignFields({ fingerprint }: { readonly fingerprint: string }) {
	const text = signText[useLanguage()];
	return (
		<>
			<input type="hidden" name="fingerprint" value={fingerprint} />
			<Field name="name" label={text.signName} required maxLength={200} autoComplete="name" />
			<Field
				name="as"
				label={text.signAs}
				required
				maxLength={200}
				autoComplete="organization-title"
				hint={text.signAsHint}
			/>
			<Field name="signedOn" label={text.signedOn} kind="date" required />
		</>
	);
}
