import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { languageNames, languages } from "../../../../language.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import { travelMeans } from "../../codes.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { yearName } from "../../course/text.ts";
import type { StudentRow } from "../contract.ts";
import { rosterText } from "../text.ts";
import { studentsText } from "./students.text.ts";

/** What one can say of a student, for a new one (`student` left out) and one that exists. */
export function StudentForm(props: {
	/** Institutions to choose among; null where it is the keeper itself, or said already. */
	readonly institutions: readonly Choice[] | null;
	readonly student?: StudentRow;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = studentsText[language];
	const { student } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={student ? { ...student, name: student.named ? student.name : "" } : { travel: "car" }}
			labels={text.fields}
			say={saying(language, rosterText[language].refusals)}
		>
			{student && <input type="hidden" name="version" value={student.version} />}
			<Field name="name" required maxLength={200} autoComplete="off" width="full" />
			{props.institutions && (
				<Field
					name="institutionId"
					kind="lookup"
					required
					width="full"
					choices={props.institutions}
					hint={text.hints.institutionId}
				/>
			)}
			<Field name="number" maxLength={40} autoComplete="off" />
			<Field name="email" kind="email" autoComplete="off" width="full" hint={text.hints.email} />
			<Field name="phone" kind="tel" autoComplete="off" />
			<Field name="programme" maxLength={200} autoComplete="off" width="full" />
			<Field
				name="profession"
				kind="select"
				choices={professions.map((value) => ({ value, label: professionName(language, value) }))}
			/>
			<Field
				name="yearOfStudy"
				kind="select"
				choices={yearsOfStudy.map((year) => ({ value: String(year), label: yearName(language, year) }))}
			/>
			<Field name="postcode" maxLength={4} autoComplete="off" width="narrow" hint={text.hints.postcode} />
			<Field
				name="travel"
				kind="radio"
				required
				choices={travelMeans.map((value) => ({ value, label: rosterText[language].travel[value] }))}
			/>
			<Field
				name="language"
				kind="select"
				hint={text.hints.language}
				choices={languages.map((value) => ({ value, label: languageNames[value] }))}
			/>
			{student && <Field name="leftOn" kind="date" hint={text.hints.leftOn} />}
			<div className="task-buttons">
				<SubmitButton>{student ? text.save : text.create}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
