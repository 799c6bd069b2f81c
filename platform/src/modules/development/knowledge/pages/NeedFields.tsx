import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { researchKinds } from "../codes.ts";
import { needText } from "../text.ts";
import { needPageText } from "./need.text.ts";

const importances = [1, 2, 3] as const;

/** What is asked about a need. */
export function NeedFields({ units, today }: { readonly units: readonly Choice[]; readonly today: string }) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.what}>
				<Field name="question" kind="textarea" rows={2} maxLength={500} width="full" hint={hints.question} required />
				<Field name="useFor" kind="textarea" rows={3} maxLength={2000} width="full" required />
				<Field name="known" kind="textarea" rows={3} maxLength={2000} width="full" />
			</Section>
			<Section title={groups.how}>
				<Field
					name="fits"
					kind="checkboxes"
					required
					choices={researchKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
				/>
				<Field name="gives" kind="textarea" rows={2} maxLength={1000} width="full" hint={hints.gives} />
			</Section>
			<Section title={groups.who}>
				<Field name="unitId" kind="select" choices={units} none={text.wholeOrganisation} />
				<Field
					name="importance"
					kind="radio"
					required
					choices={importances.map((one) => ({ value: `${one}`, label: words.importances[one] }))}
				/>
				<Field name="neededBy" kind="date" min={today} />
				<Field name="contactName" maxLength={200} autoComplete="off" required />
				<Field name="contactEmail" kind="email" maxLength={320} autoComplete="off" />
				<Field name="shown" kind="checkbox" hint={hints.shown} />
			</Section>
		</>
	);
}
