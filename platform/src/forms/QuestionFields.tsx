import type { Language } from "../language.ts";
import type { Choice } from "../ui/ChoiceField.tsx";
import { Field, type FieldProps } from "../ui/Field.tsx";
import { useFormState } from "../ui/form-context.ts";
import { useLanguage } from "../ui/language.tsx";
import type { Question } from "./definition.ts";
import { fieldLabel, type Names } from "./labels.ts";
import { formViewText } from "./text.ts";
import { pathsOf } from "./walk.ts";

type QuestionProps = {
	readonly question: Question;
	readonly path: string;
	/** The row it stands in, in words; null outside rows. */
	readonly around: string | null;
	/** Its label is the head of its column: heard, not seen. */
	readonly isCell: boolean;
	readonly organisations: readonly Choice[];
	readonly files: Names;
};

/** The fields of one question: one, or the few that a person or an indicator has. */
export function QuestionFields({ question, path, around, isCell, organisations, files }: QuestionProps) {
	const language = useLanguage();
	const { values, refused, say } = useFormState();
	const text = formViewText[language];
	const place = { part: question, path, within: [] };
	const fields = pathsOf(place).map((at): FieldProps => {
		const said = fieldLabel(place, at, language);
		const shared = {
			name: at,
			label: around === null ? said : text.inRow(said, around),
			required: question.required ?? false,
			...(isCell ? { hideLabel: true } : {}),
			...(question.help && at === path && !isCell ? { hint: question.help[language] } : {}),
			...(question.width ? { width: question.width } : {}),
		};
		if (at !== path) return partField(at.slice(path.length + 1), shared);
		const field = fieldOf(question, shared, language, organisations);
		return isCell && field.kind === "radio" ? { ...field, kind: "select" } : field;
	});
	if (question.kind !== "file")
		return fields.map((field) => (
			<Field key={field.name} {...field} {...chosenName(field, values, refused, organisations)} />
		));
	const given = refused?.given[path];
	const kept = refused ? (typeof given === "string" ? given.split("\n") : (given ?? [])) : values[path];
	const known = Array.isArray(kept) ? kept.filter((id) => files[id] !== undefined) : [];
	const wrong = refused?.refusals.find(({ field }) => field === path);
	return (
		<div id={path} tabIndex={-1}>
			{known.length > 0 && (
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{text.filesKept}</legend>
					{known.map((id) => (
						<div key={id} className="ds-field">
							<input type="checkbox" className="ds-input" name={path} id={`${path} ${id}`} value={id} defaultChecked />
							<label className="ds-label" data-weight="regular" htmlFor={`${path} ${id}`}>
								{files[id]}
							</label>
						</div>
					))}
				</fieldset>
			)}
			{fields.map((field) => (
				<Field
					key={field.name}
					{...field}
					name={`${path}.new`}
					required={field.required === true && known.length === 0}
					hint={question.help ? `${question.help[language]} ${text.fileHint}` : text.fileHint}
					{...(wrong ? { error: say(wrong) } : {})}
				/>
			))}
		</div>
	);
}

/** A lookup shows what its organisation is called, not its id. */
function chosenName(
	field: FieldProps,
	values: Readonly<Record<string, unknown>>,
	refused: unknown,
	organisations: readonly Choice[],
): { readonly value?: string } {
	if (field.kind !== "lookup" || refused) return {};
	const found = organisations.find(({ value }) => value === values[field.name]);
	return found ? { value: found.label } : {};
}

/** What the chooser of files shows first; the file itself is what is judged. */
const acceptedFiles = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx";

type Shared = { readonly name: string; readonly label: string; readonly required: boolean };

function partField(field: string, shared: Shared): FieldProps {
	if (field === "email") return { ...shared, kind: "email" };
	return field === "start" || field === "goal" ? { ...shared, kind: "number" } : { ...shared, kind: "text" };
}

function fieldOf(question: Question, shared: Shared, language: Language, organisations: readonly Choice[]): FieldProps {
	const text = formViewText[language];
	switch (question.kind) {
		case "text":
		case "person":
		case "indicator":
			return { ...shared, kind: "text" };
		case "longText":
			return { ...shared, kind: "textarea" };
		case "number":
			return {
				...shared,
				kind: "number",
				whole: question.whole ?? false,
				...(question.unit ? { unit: question.unit[language] } : {}),
			};
		case "money":
			return { ...shared, kind: "number", whole: true, unit: text.kroner };
		case "date":
			return {
				...shared,
				kind: "date",
				...(question.earliest ? { min: question.earliest } : {}),
				...(question.latest ? { max: question.latest } : {}),
			};
		case "organisation":
			return { hint: text.organisationHint, ...shared, kind: "lookup", choices: organisations };
		case "file":
			return { ...shared, kind: "file", accept: acceptedFiles, multiple: (question.maximum ?? 5) > 1 };
		case "yesNo":
			return {
				...shared,
				kind: "radio",
				choices: [
					{ value: "yes", label: text.yes },
					{ value: "no", label: text.no },
				],
			};
		case "one":
		case "several":
			return {
				...shared,
				kind: question.kind === "one" ? "radio" : "checkboxes",
				choices: question.choices.map((choice) => ({
					value: choice.value,
					label: choice.label[language],
					...(choice.help ? { hint: choice.help[language] } : {}),
				})),
			};
	}
}
