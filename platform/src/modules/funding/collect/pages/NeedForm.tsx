import type { ReactNode } from "react";
import type { Refusal } from "../../../../outcome.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { mostNeeds } from "../../codes.ts";
import type { Need } from "../contract.ts";
import { collectText } from "../text.ts";
import "../../funding.css";

type NeedFormProps = {
	readonly version: number;
	readonly needs: readonly Need[];
	readonly categories: readonly { readonly id: string; readonly name: string }[];
	readonly mayAnswer: boolean;
	readonly refused: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
	readonly actions?: ReactNode;
};

/** What a unit needs, a row for each; read only where the collection is closed, with what was decided. */
export function NeedForm({ version, needs, categories, mayAnswer, refused, say, actions }: NeedFormProps) {
	const language = useLanguage();
	const text = collectText[language];
	if (!mayAnswer) return <Decided needs={needs} />;
	const values: Record<string, FieldValue> = {};
	const labels: Record<string, string> = {};
	const words = {
		...{ title: text.name, category: text.category, people: text.people, applied: text.applied, own: text.own },
		reason: text.reason,
	};
	const count = refused ? mostNeeds : Math.min(needs.length + 3, mostNeeds);
	for (let at = 0; at < count; at++)
		for (const [field, label] of Object.entries(words)) labels[`rows-${at}-${field}`] = label;
	for (const [at, need] of needs.entries())
		for (const field of ["title", "category", "people", "applied", "own", "reason"] as const)
			values[`rows-${at}-${field}`] = need[field];
	return (
		<TaskForm key={version} className="stack" refused={refused} values={values} labels={labels} say={say}>
			<input type="hidden" name="version" value={version} />
			<Section title={text.rows} lead={text.answerBody}>
				{Array.from({ length: count }, (_, at) => at).map((at) => (
					<fieldset key={at} className="call-row">
						<legend className="visually-hidden">{text.row(at + 1)}</legend>
						<Field name={`rows-${at}-title`} required="sometimes" maxLength={200} width="full" autoComplete="off" />
						{categories.length > 0 && (
							<Field
								name={`rows-${at}-category`}
								kind="select"
								required="sometimes"
								none={text.noCategory}
								choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
							/>
						)}
						<Field name={`rows-${at}-people`} kind="number" whole required="sometimes" />
						<Field name={`rows-${at}-applied`} kind="number" whole unit="kr" required="sometimes" />
						<Field name={`rows-${at}-own`} kind="number" whole unit="kr" required="sometimes" />
						<Field name={`rows-${at}-reason`} required="sometimes" maxLength={2000} width="full" autoComplete="off" />
					</fieldset>
				))}
			</Section>
			<div className="task-buttons">
				<SubmitButton>{text.send}</SubmitButton>
				{actions}
			</div>
		</TaskForm>
	);
}

/** What a unit said, and what was decided of it. */
function Decided({ needs }: { readonly needs: readonly Need[] }) {
	const text = collectText[useLanguage()];
	return (
		<Section title={text.rows} lead={text.isClosed}>
			<ul className="ds-list">
				{needs.map(({ id, title, decision, because }) => (
					<li key={id}>
						{title}{" "}
						<Status tone={decision === "in" ? "success" : "neutral"}>
							{decision === "in" ? text.decidedIn : decision === "out" ? text.decidedOut(because) : text.undecided}
						</Status>
					</li>
				))}
			</ul>
		</Section>
	);
}
