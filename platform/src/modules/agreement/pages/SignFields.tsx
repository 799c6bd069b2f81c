import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { signText } from "./sign.text.ts";

/** Who signs, in what capacity, when, and exactly which text. `ofOther` where somebody else has signed, on paper. */
export function SignFields(props: { readonly fingerprint: string; readonly ofOther?: boolean }) {
	const { fingerprint, ofOther = false } = props;
	const text = signText[useLanguage()];
	return (
		<>
			<input type="hidden" name="fingerprint" value={fingerprint} />
			<Field
				name="name"
				label={ofOther ? text.paperName : text.signName}
				required
				maxLength={200}
				autoComplete={ofOther ? "off" : "name"}
			/>
			<Field
				name="as"
				label={text.signAs}
				required
				maxLength={200}
				autoComplete={ofOther ? "off" : "organization-title"}
				hint={text.signAsHint}
			/>
			<Field name="signedOn" label={text.signedOn} kind="date" required />
		</>
	);
}
