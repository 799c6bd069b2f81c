import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { percentOf } from "../../amounts.ts";
import { fundingText } from "../../text.ts";
import { apart, totalOfScores } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Loaded, Refused } from "./received-one.tsx";

type Props = { readonly loaderData: Loaded; readonly refused: Refused };

/** Whether the application can be considered, one's own scores, and everybody's side by side. */
export function Assessing({ loaderData, refused }: Props) {
	const isOpen = !loaderData.decision?.decidedAt && !loaderData.received.withdrawn;
	return (
		<>
			{isOpen && <Eligibility loaderData={loaderData} refused={refused} />}
			{isOpen && <Mine loaderData={loaderData} refused={refused} />}
			<All loaderData={loaderData} />
		</>
	);
}

function Eligibility({ loaderData, refused }: Props) {
	const language = useLanguage();
	const text = assessText[language];
	const { decision } = loaderData;
	const stands = decision?.eligible ?? null;
	return (
		<Section title={text.eligibility} id="eligibility">
			<TaskForm
				refused={refused?.about === "eligibility" ? refused : undefined}
				prefix="eligibility"
				values={{ eligible: stands === null ? "" : stands ? "yes" : "no", because: decision?.eligibleBecause ?? "" }}
				labels={{ eligible: text.eligibility, because: text.because }}
				say={saying(language, fundingText[language].refusals)}
			>
				<input type="hidden" name="deed" value="eligibility" />
				<input type="hidden" name="version" value={decision?.version ?? 0} />
				<Field
					name="eligible"
					kind="radio"
					required
					choices={(["yes", "no"] as const).map((value) => ({ value, label: text.eligibilityChoices[value] }))}
				/>
				<Field name="because" kind="textarea" rows={2} maxLength={1000} required="sometimes" />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
				</div>
			</TaskForm>
		</Section>
	);
}

function Mine({ loaderData, refused }: Props) {
	const language = useLanguage();
	const text = assessText[language];
	const { content, own } = loaderData;
	const values: Record<string, FieldValue> = {
		...{ impartial: own.assessment?.impartial ?? false, comment: own.assessment?.comment ?? "", note: own.note },
	};
	const labels: Record<string, string> = { impartial: text.impartial, comment: text.comment, note: text.note };
	for (const { id, name, weight } of content.criteria) {
		values[`score-${id}`] = own.assessment?.scores[id] ?? null;
		labels[`score-${id}`] = text.points(name, percentOf(language, weight));
	}
	return (
		<Section title={text.mine} id="mine">
			<TaskForm
				refused={refused?.about === "assess" ? refused : undefined}
				prefix="mine"
				values={values}
				labels={labels}
				say={saying(language, fundingText[language].refusals)}
			>
				<input type="hidden" name="deed" value="assess" />
				<Field name="impartial" kind="checkbox" />
				{content.criteria.map(({ id, about }) => (
					<Field
						key={id}
						name={`score-${id}`}
						kind="number"
						whole
						required="sometimes"
						hint={[about, text.pointsHint].filter(Boolean).join(". ")}
					/>
				))}
				<Field name="comment" kind="textarea" rows={3} maxLength={4000} required="sometimes" />
				<Field name="note" kind="textarea" rows={2} maxLength={4000} required="sometimes" />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
				</div>
			</TaskForm>
		</Section>
	);
}

function All({ loaderData: { assessments, content, judged } }: Pick<Props, "loaderData">) {
	const language = useLanguage();
	const text = assessText[language];
	const points = (value: number | null | undefined) =>
		value === null || value === undefined ? <NoValue /> : formatNumber(language, value);
	return (
		<Section
			title={text.all}
			id="all"
			lead={
				judged.mean === null
					? undefined
					: [
							text.of(formatNumber(language, judged.mean), formatNumber(language, judged.count)),
							judged.spread >= apart && text.disagree(formatNumber(language, judged.spread)),
						]
							.filter(Boolean)
							.join(". ")
			}
		>
			{assessments.length === 0 ? (
				<p className="ds-paragraph quiet">{text.nobody}</p>
			) : (
				<Table
					caption={text.all}
					hideCaption
					rows={assessments}
					rowKey={({ personId }) => personId}
					columns={[
						{
							key: "who",
							label: text.assessor,
							cell: ({ personName, impartial }) => (impartial ? personName : `${personName} (${text.partial})`),
						},
						...content.criteria.map(({ id, name }) => ({
							...{ key: id, label: name, numeric: true },
							cell: ({ scores }: (typeof assessments)[number]) => points(scores[id]),
						})),
						{
							key: "total",
							label: text.total,
							numeric: true,
							cell: ({ scores }) => points(totalOfScores(content.criteria, scores)),
						},
						{ key: "comment", label: text.comment, cell: ({ comment }) => comment },
					]}
				/>
			)}
		</Section>
	);
}
