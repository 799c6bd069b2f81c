import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { loadKinds } from "../../codes.ts";
import { capacityText } from "../text.ts";
import { pagesText } from "./capacity.text.ts";
import { loadText } from "./load.text.ts";

/** Who is at a site, how many, and when. */
export function LoadForm(props: {
	readonly sites: readonly Choice[];
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly version?: number;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	const { loadFields: fields } = loadWords;
	return (
		<TaskForm
			refused={props.refused}
			values={props.values}
			labels={fields}
			say={saying(language, capacityText[language].refusals)}
		>
			{props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
			<Field name="siteId" kind="select" required choices={props.sites} />
			<Field
				name="kind"
				kind="select"
				required
				choices={loadKinds.map((kind) => ({ value: kind, label: capacityText[language].kinds[kind] }))}
			/>
			<Field name="name" maxLength={200} autoComplete="off" width="full" hint={loadWords.loadHints.name} />
			<Field name="learners" kind="number" whole required />
			<DateRange
				legend={text.columns.days}
				from={{ name: "firstDay", label: fields.firstDay, required: true }}
				to={{ name: "lastDay", label: fields.lastDay, required: true }}
			/>
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{text.save}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to="/placement/capacity/load">
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
