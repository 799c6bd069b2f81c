import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { helpPlaces, helpWays } from "../codes.ts";
import { helpText } from "../text.ts";
import { helpPageText } from "./help.text.ts";

/** What is asked about help. */
export function HelpFields() {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.what}>
				<Field name="title" maxLength={160} autoComplete="off" width="full" required />
				<Field name="about" kind="textarea" rows={4} maxLength={2000} width="full" required />
				<Field name="forWhom" maxLength={500} autoComplete="off" width="full" required />
				<Field name="brings" kind="textarea" rows={2} maxLength={1000} width="full" hint={hints.brings} />
			</Section>
			<Section title={groups.how}>
				<Field
					name="way"
					kind="radio"
					required
					choices={helpWays.map((one) => ({ value: one, label: words.ways[one], hint: words.wayHints[one] }))}
				/>
				<Field
					name="place"
					kind="radio"
					required
					choices={helpPlaces.map((one) => ({ value: one, label: words.places[one] }))}
				/>
				<Field name="withinKm" kind="number" whole hint={hints.withinKm} />
				<Field name="atOnce" kind="number" whole hint={hints.atOnce} />
			</Section>
			<Section title={groups.who}>
				<Field name="contactName" maxLength={200} autoComplete="off" required />
				<Field name="contactEmail" kind="email" maxLength={320} autoComplete="off" />
			</Section>
		</>
	);
}
