import { formatNumber } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { kronerOf } from "../../amounts.ts";
import type { Need } from "../contract.ts";
import { collectText } from "../text.ts";

type WeighingProps = {
	readonly needs: readonly Need[];
	readonly categories: readonly { readonly id: string; readonly name: string }[];
	readonly refused: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
};

/** Each need with its place in the order, and whether it shall be in the application. */
export function Weighing({ needs, categories, refused, say }: WeighingProps) {
	const language = useLanguage();
	const text = collectText[language];
	const values: Record<string, FieldValue> = {};
	const labels: Record<string, string> = {};
	for (const { id, title, priority, decision, because } of needs) {
		Object.assign(values, { [`${id}-priority`]: priority, [`${id}-decision`]: decision, [`${id}-because`]: because });
		labels[`${id}-priority`] = text.of(text.priority, title);
		labels[`${id}-decision`] = text.of(text.decision, title);
		labels[`${id}-because`] = text.of(text.because, title);
	}
	const names = new Map(categories.map(({ id, name }) => [id, name]));
	return (
		<TaskForm className="stack weighing" refused={refused} values={values} labels={labels} say={say}>
			{needs.map(({ id }) => (
				<input key={id} type="hidden" name="need" value={id} />
			))}
			<Table
				caption={text.weigh}
				hideCaption
				rows={needs}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "need",
						label: text.need,
						cell: ({ title, unitName, category, reason }) => (
							<>
								{title}
								<span className="list-under quiet">{[unitName, names.get(category)].filter(Boolean).join(" · ")}</span>
								{reason !== "" && <span className="list-under quiet written">{reason}</span>}
							</>
						),
					},
					{ key: "people", label: text.people, numeric: true, cell: ({ people }) => formatNumber(language, people) },
					{ key: "applied", label: text.applied, numeric: true, cell: ({ applied }) => kronerOf(language, applied) },
					{ key: "own", label: text.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
					{
						key: "priority",
						label: text.priority,
						cell: ({ id }) => <Field name={`${id}-priority`} kind="number" whole hideLabel required="sometimes" />,
					},
					{
						key: "decision",
						label: text.decision,
						cell: ({ id }) => (
							<Field
								name={`${id}-decision`}
								kind="select"
								hideLabel
								required="sometimes"
								none={text.undecided}
								choices={(["in", "out"] as const).map((one) => ({ value: one, label: text.decisions[one] }))}
							/>
						),
					},
					{
						key: "because",
						label: text.because,
						cell: ({ id }) => (
							<Field name={`${id}-because`} kind="textarea" rows={2} hideLabel required="sometimes" maxLength={1000} />
						),
					},
				]}
			/>
			<div className="task-buttons">
				<SubmitButton>{text.saveWeighing}</SubmitButton>
			</div>
		</TaskForm>
	);
}
