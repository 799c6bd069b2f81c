import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { itemKinds } from "../codes.ts";
import { meetingText } from "../text.ts";

/** What an item is about, and what is wanted of the meeting. Only the agenda itself makes items that follow something up. */
export function ItemFields({ followsUp = false }: { readonly followsUp?: boolean }) {
	const words = meetingText[useLanguage()];
	return (
		<>
			<Field name="title" maxLength={200} autoComplete="off" width="full" required />
			<Field
				name="kind"
				kind="radio"
				required
				choices={itemKinds
					.filter((one) => one !== "follow-up" || followsUp)
					.map((one) => ({ value: one, label: words.itemKinds[one] }))}
			/>
			<Field name="body" kind="textarea" maxLength={4000} />
		</>
	);
}
