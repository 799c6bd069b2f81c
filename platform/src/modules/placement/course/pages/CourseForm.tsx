import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import { requirements } from "../../codes.ts";
import { yearsOfStudy } from "../codes.ts";
import type { CourseRow } from "../contract.ts";
import { courseText, requirementName, yearName } from "../text.ts";

/** What one can say of a course, for a new one (`course` left out) and one that exists. */
export function CourseForm(props: {
	/** Institutions to choose among; null where it is the keeper itself, or said already. */
	readonly institutions: readonly Choice[] | null;
	readonly settings: readonly Choice[];
	readonly course?: CourseRow;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = courseText[language];
	const { course } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={course ? { ...course } : { published: true }}
			labels={text.fields}
			say={saying(language, text.refusals)}
		>
			{course && <input type="hidden" name="version" value={course.version} />}
			{props.institutions && (
				<Field
					name="institutionId"
					kind="lookup"
					width="full"
					required
					choices={props.institutions}
					hint={text.hints.institutionId}
				/>
			)}
			<Field name="name" required maxLength={200} width="full" autoComplete="off" />
			<Field name="code" maxLength={60} autoComplete="off" hint={text.hints.code} />
			<Field name="programme" required maxLength={200} width="full" autoComplete="off" />
			<Field name="campus" maxLength={100} autoComplete="off" />
			<Field
				name="profession"
				kind="select"
				required
				choices={professions.map((value) => ({ value, label: professionName(language, value) }))}
			/>
			<Field
				name="yearOfStudy"
				kind="select"
				required
				choices={yearsOfStudy.map((year) => ({ value: String(year), label: yearName(language, year) }))}
			/>
			<Field name="credits" kind="number" />
			<Field name="weeks" kind="number" whole />
			<Field name="hours" kind="number" whole />
			<Field name="settings" kind="checkboxes" choices={props.settings} hint={text.hints.settings} />
			<Field
				name="requirements"
				kind="checkboxes"
				choices={requirements.map((value) => ({ value, label: requirementName(language, value) }))}
				hint={text.hints.requirements}
			/>
			<Field name="supervisorRequirement" maxLength={500} width="full" hint={text.hints.supervisorRequirement} />
			<Field name="compensationClass" maxLength={60} hint={text.hints.compensationClass} />
			<Field
				name="learningOutcomes"
				kind="textarea"
				rows={6}
				width="full"
				maxLength={10_000}
				hint={text.hints.learningOutcomes}
			/>
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{course ? text.save : text.create}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
