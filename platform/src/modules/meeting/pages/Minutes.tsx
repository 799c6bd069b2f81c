import { useState } from "react";
import { DraftForm } from "../../../draft/DraftForm.tsx";
import type { DraftAnswer } from "../../../draft/draft-answer.ts";
import type { Words } from "../../../draft/merge.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { itemOutcomes } from "../codes.ts";
import { meetingText } from "../text.ts";
import { meetingPageText } from "./meeting.text.ts";

/** What was said of an item and what came of it: written while the meeting runs, and saved as it is written. */
export function Minutes(props: {
	readonly version: number;
	readonly words: Words;
	readonly refused: DraftAnswer | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const words = meetingText[language];
	const text = meetingPageText[language];
	// A decision made further down is another's change: what is written here is put together with it when it is saved.
	const [opened] = useState({ version: props.version, words: props.words });
	const shown = (field: string, word: string) =>
		field === "outcome" ? (itemOutcomes.flatMap((one) => (one === word ? words.outcomes[one] : []))[0] ?? word) : word;
	return (
		<DraftForm
			{...opened}
			refused={props.refused}
			labels={text.fields}
			refusals={words.refusals}
			cancelTo={props.cancelTo}
			{...{ shown }}
		>
			<input type="hidden" name="deed" value="minutes" />
			<Field name="minutes" kind="textarea" rows={8} maxLength={8000} />
			<Field
				name="outcome"
				kind="radio"
				required
				choices={itemOutcomes
					.filter((one) => one !== "none")
					.map((one) => ({ value: one, label: words.outcomes[one] }))}
			/>
		</DraftForm>
	);
}
