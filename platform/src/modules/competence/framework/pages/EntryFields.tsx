import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { entryKinds, entryLevels } from "../../codes.ts";
import { competenceText } from "../../text.ts";
import { frameworkText } from "../text.ts";

/** What is asked about a competence: shared ones have names in three languages, own ones answer to a shared one. */
export function EntryFields({ isShared, shared }: { readonly isShared: boolean; readonly shared: readonly Choice[] }) {
	const language = useLanguage();
	const { hints, none } = frameworkText[language];
	const words = competenceText[language];
	return (
		<>
			<Field name="name" required maxLength={120} hint={hints.name} autoComplete="off" />
			{isShared && <Field name="nameNn" maxLength={120} autoComplete="off" />}
			{isShared && <Field name="nameEn" maxLength={120} autoComplete="off" />}
			<Field
				name="kind"
				kind="select"
				required
				choices={entryKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
			/>
			<Field
				name="level"
				kind="select"
				none={none}
				hint={hints.level}
				choices={entryLevels.map((one) => ({ value: one, label: words.levels[one] }))}
			/>
			<Field name="occupation" maxLength={7} hint={hints.occupation} width="narrow" autoComplete="off" />
			{!isShared && <Field name="mappedId" kind="select" none={none} choices={shared} hint={hints.mappedId} />}
		</>
	);
}
