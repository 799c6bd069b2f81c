import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { roundText } from "../text.ts";
import { roundPagesText } from "./round.text.ts";

/** What a round is called, when it is, and when students wish: for a new one and one that exists. */
export function RoundForm(props: {
	readonly values: Readonly<Record<string, string | number | null>>;
	readonly version?: number;
	readonly refused: RefusedForm | undefined;
	readonly submit: string;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const { fields, hints, ...text } = roundPagesText[language];
	return (
		<TaskForm
			refused={props.refused}
			values={props.values}
			labels={fields}
			say={saying(language, roundText[language].refusals)}
		>
			{props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
			<Field name="name" required maxLength={120} autoComplete="off" width="full" hint={hints.name} />
			<DateRange
				legend={text.days}
				from={{ name: "firstDay", label: fields.firstDay, required: true }}
				to={{ name: "lastDay", label: fields.lastDay, required: true }}
			/>
			<DateRange
				legend={text.wishesPeriod}
				from={{ name: "wishesFrom", label: fields.wishesFrom }}
				to={{ name: "wishesUntil", label: fields.wishesUntil }}
			/>
			<Field name="wishesMost" kind="number" whole required />
			<Field name="confirmBy" kind="date" hint={hints.confirmBy} />
			<div className="task-buttons">
				<SubmitButton>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
