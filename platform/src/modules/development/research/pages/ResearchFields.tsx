import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { researchKinds } from "../../knowledge/codes.ts";
import { needText } from "../../knowledge/text.ts";
import { fundings, workedOut } from "../codes.ts";
import { researchText } from "../text.ts";
import { researchPageText } from "./research.text.ts";

/** What is asked about research. */
export function ResearchFields() {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.what}>
				<Field name="title" maxLength={200} autoComplete="off" width="full" required />
				<Field name="question" kind="textarea" rows={3} maxLength={2000} width="full" hint={hints.question} required />
				<Field name="useFor" kind="textarea" rows={3} maxLength={2000} width="full" required />
				<Field
					name="kind"
					kind="radio"
					required
					choices={researchKinds.map((one) => ({ value: one, label: needText[language].kinds[one] }))}
				/>
				<Field
					name="workedOut"
					kind="radio"
					required
					choices={workedOut.map((one) => ({ value: one, label: words.workedOut[one] }))}
				/>
			</Section>
			<Section title={groups.money}>
				<Field name="partners" kind="textarea" rows={2} maxLength={1000} width="full" hint={hints.partners} />
				<Field
					name="funding"
					kind="select"
					required
					choices={fundings.map((one) => ({ value: one, label: words.fundings[one] }))}
				/>
				<Field name="fundingSource" maxLength={300} autoComplete="off" width="full" required="sometimes" />
			</Section>
			<Section title={groups.who}>
				<Field name="leaderName" maxLength={200} autoComplete="off" required />
				<Field name="leaderEmail" kind="email" maxLength={320} autoComplete="off" />
				<Field name="firstDay" kind="date" required />
				<Field name="lastDay" kind="date" required />
			</Section>
		</>
	);
}
