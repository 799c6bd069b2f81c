import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { securities } from "../codes.ts";
import { studyText } from "../text.ts";
import { studyPageText } from "./study.text.ts";

/** What is asked about a study: who and what, leave, and substitute. */
export function StudyFields(props: {
	readonly units: readonly Choice[];
	readonly entries: readonly Choice[];
	readonly measures: readonly Choice[];
	/** The municipality keeps the names of those who study. */
	readonly named: boolean;
}) {
	const language = useLanguage();
	const { hints, choose, noMeasure, unit } = studyPageText[language];
	const words = studyText[language];
	return (
		<>
			{props.named ? (
				<>
					<Field name="name" maxLength={200} autoComplete="off" hint={hints.name} />
					<Field name="email" kind="email" autoComplete="off" hint={hints.email} />
				</>
			) : (
				<p className="ds-paragraph quiet">{hints.numbered}</p>
			)}
			<Field name="title" maxLength={200} autoComplete="off" required />
			<Field name="provider" maxLength={200} autoComplete="off" />
			<Field name="unitId" kind="select" required choices={props.units} none={choose} />
			<Field name="entryId" kind="select" required choices={props.entries} none={choose} />
			{props.measures.length > 0 && <Field name="measureId" kind="select" choices={props.measures} none={noMeasure} />}
			<Field name="firstDay" kind="date" />
			<Field name="lastDay" kind="date" />
			<Field
				name="leave"
				kind="radio"
				required
				hint={hints.leave}
				choices={securities.map((one) => ({ value: one, label: words.leave[one] }))}
			/>
			<Field name="leaveShare" kind="number" whole unit="%" />
			<Field name="leaveFrom" kind="date" />
			<Field name="leaveUntil" kind="date" />
			<Field
				name="substitute"
				kind="radio"
				required
				choices={securities.map((one) => ({ value: one, label: words.substitute[one] }))}
			/>
			<Field name="substituteShare" kind="number" whole unit="%" />
			<Field name="substituteCost" kind="number" whole unit={unit} />
		</>
	);
}
