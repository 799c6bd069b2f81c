import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { admissionRules } from "../codes.ts";
import { programmeText } from "../text.ts";
import { programmePageText } from "./programme.text.ts";

/** What is asked about a programme. */
export function ProgrammeFields({ networks }: { readonly networks: readonly Choice[] }) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.why}>
				<Field name="title" maxLength={200} autoComplete="off" width="full" required />
				<Field name="commissioner" maxLength={200} autoComplete="off" hint={hints.commissioner} required />
				<Field name="partners" maxLength={1000} autoComplete="off" width="full" />
				<Field
					name="mandate"
					maxLength={1000}
					autoComplete="off"
					width="full"
					hint={hints.mandate}
					required="sometimes"
				/>
				<Field name="purpose" kind="textarea" rows={3} maxLength={2000} width="full" hint={hints.purpose} required />
				<Field
					name="themes"
					kind="textarea"
					rows={3}
					maxLength={600}
					width="full"
					hint={hints.themes}
					required="sometimes"
				/>
			</Section>
			<Section title={groups.who}>
				<Field
					name="admits"
					kind="radio"
					required
					choices={admissionRules.map((one) => ({ value: one, label: words.admits[one] }))}
				/>
				<Field
					name="priorities"
					kind="textarea"
					rows={2}
					maxLength={1000}
					width="full"
					hint={hints.priorities}
					required="sometimes"
				/>
			</Section>
			<Section title={groups.how}>
				<Field
					name="moneyFor"
					kind="textarea"
					rows={2}
					maxLength={2000}
					width="full"
					hint={hints.moneyFor}
					required="sometimes"
				/>
				<Field
					name="networkId"
					kind="select"
					choices={networks}
					none={hints.noNetwork}
					hint={hints.networkId}
					required="sometimes"
				/>
				<Field name="noArenaBecause" maxLength={500} autoComplete="off" width="full" required="sometimes" />
			</Section>
			<Section title={groups.when}>
				<Field name="firstDay" kind="date" required />
				<Field name="lastDay" kind="date" required />
			</Section>
		</>
	);
}
