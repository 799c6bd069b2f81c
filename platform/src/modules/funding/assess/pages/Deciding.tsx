import { saying } from "../../../../forms/text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { fundingText } from "../../text.ts";
import { isToDecideAnew } from "../rules.ts";
import { assessText } from "../text.ts";
import { DecisionView } from "./DecisionView.tsx";
import type { Loaded, Refused } from "./received-one.tsx";

type Props = { readonly loaderData: Loaded; readonly refused: Refused };

/** The decision: to be made, or as it was made, with the appeal and its answer. */
export function Deciding({ loaderData, refused }: Props) {
	const language = useLanguage();
	const text = assessText[language];
	const { decision, appeal, standing, received, id, call } = loaderData;
	if (received.withdrawn) return null;
	const isAnew = isToDecideAnew(decision, appeal);
	const say = saying(language, fundingText[language].refusals);
	return (
		<>
			<Section title={text.decision} id="decision">
				{decision?.decidedAt && (
					<DecisionView
						decision={decision}
						appeal={appeal}
						letter={`/funding/calls/${call.id}/applications/${id}/letter.pdf`}
						withAward
					/>
				)}
				{!decision?.decidedAt && (standing === "open" || standing === "coming") && (
					<Alert tone="info">{text.waits}</Alert>
				)}
				{(!decision?.decidedAt || isAnew) && standing !== "open" && standing !== "coming" && (
					<DecisionForm loaderData={loaderData} refused={refused} />
				)}
			</Section>
			{appeal && appeal.outcome === null && (
				<Section title={text.answerAppeal} id="appeal">
					<TaskForm
						refused={refused?.about === "appeal" ? refused : undefined}
						prefix="appeal"
						labels={{ outcome: text.outcome, because: text.because }}
						say={say}
					>
						<input type="hidden" name="deed" value="appeal" />
						<Field
							name="outcome"
							kind="radio"
							required
							choices={(["upheld", "granted"] as const).map((value) => ({ value, label: text.appealOutcomes[value] }))}
						/>
						<Field name="because" kind="textarea" rows={4} required maxLength={4000} />
						<div className="task-buttons">
							<SubmitButton>{text.answerAppeal}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</>
	);
}

function DecisionForm({ loaderData, refused }: Props) {
	const language = useLanguage();
	const text = assessText[language];
	const { decision, years } = loaderData;
	const values: Record<string, FieldValue> = {
		...{ outcome: decision?.outcome ?? "", because: decision?.decidedAt ? "" : (decision?.because ?? "") },
		// What is only proposed says nothing of it yet.
		conditional: decision?.decidedAt ? decision.conditional : true,
	};
	const labels: Record<string, string> = {
		...{ outcome: text.outcome, because: text.reasons, conditional: text.conditional },
	};
	for (const year of years) {
		labels[`granted-${year}`] = text.grantedIn(String(year));
		values[`granted-${year}`] = decision?.granted.find((one) => one.year === year)?.kroner ?? null;
	}
	return (
		<TaskForm
			refused={refused?.about === "decide" ? refused : undefined}
			prefix="decide"
			values={values}
			labels={labels}
			say={saying(language, fundingText[language].refusals)}
		>
			<input type="hidden" name="deed" value="decide" />
			<input type="hidden" name="version" value={decision?.version ?? 0} />
			<Field
				name="outcome"
				kind="radio"
				required
				choices={(["granted", "refused"] as const).map((value) => ({ value, label: text.outcomes[value] }))}
			/>
			{years.map((year) => (
				<Field key={year} name={`granted-${year}`} kind="number" whole unit="kr" required="sometimes" />
			))}
			<Field name="conditional" kind="checkbox" />
			<Field name="because" kind="textarea" rows={4} required maxLength={4000} />
			<div className="task-buttons">
				<SubmitButton>{text.decide}</SubmitButton>
			</div>
		</TaskForm>
	);
}
