import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { publishText } from "../text.ts";
import { reconsiderText } from "./reconsider.text.ts";

type Reconsidered = {
	readonly id: string;
	readonly version: number;
	readonly studentReason: string | null;
	readonly studentAnsweredAt: Date | null;
	readonly reconsidered: "granted" | "refused" | null;
	readonly reconsideredReason: string | null;
};

/** What a student asks, by when it is to be answered, and the answer: for coordinators of the student's institution. */
export function ReconsiderForm({
	placement,
	dueOn,
	today,
	sent,
}: {
	readonly placement: Reconsidered;
	readonly dueOn: string | null;
	readonly today: string;
	readonly sent: (RefusedForm & { readonly deed: string }) | undefined;
}) {
	const language = useLanguage();
	const text = reconsiderText[language];
	const refused = sent?.deed === "reconsidered" ? sent : undefined;
	const form = (
		<TaskForm
			refused={refused}
			values={{ decision: placement.reconsidered, reason: placement.reconsideredReason }}
			say={saying(language, publishText[language].refusals)}
			prefix="reconsider-"
		>
			<input type="hidden" name="version" value={placement.version} />
			<input type="hidden" name="answer" value="reconsidered" />
			<Field
				name="decision"
				label={text.decision}
				kind="radio"
				required
				choices={[
					{ value: "granted", label: text.granted },
					{ value: "refused", label: text.refused },
				]}
			/>
			<p className="quiet">{text.effect}</p>
			<Field name="reason" label={text.reason} kind="textarea" required maxLength={2000} hint={text.reasonHint} />
			<SubmitButton>{text.send}</SubmitButton>
		</TaskForm>
	);
	if (placement.reconsidered !== null)
		return (
			<Details summary={text.again} open={refused !== undefined}>
				{form}
			</Details>
		);
	return (
		<Section title={text.title}>
			<blockquote className="quoted">
				<p>{placement.studentReason}</p>
			</blockquote>
			{placement.studentAnsweredAt && (
				<p className="quiet">{text.asked(formatDate(language, placement.studentAnsweredAt))}</p>
			)}
			{dueOn !== null &&
				(dueOn < today ? (
					<Alert tone="warning">{text.overdue(formatDate(language, dueOn))}</Alert>
				) : (
					<p>{text.dueOn(formatDate(language, dueOn))}</p>
				))}
			{form}
		</Section>
	);
}

/** The ways to another place, for whoever runs the round; to the institution, that they have been told. */
export function ReplanWays({
	placement,
	runId,
}: {
	readonly placement: { readonly roundId: string; readonly claimId: string };
	readonly runId: string | null;
}) {
	const text = reconsiderText[useLanguage()];
	const round = `/placement/rounds/${placement.roundId}`;
	if (runId === null) return <p>{text.elsewhere}</p>;
	return (
		<Section title={text.replanTitle} lead={text.replanLead}>
			<p className="row">
				<Link className="ds-button" to={`${round}/runs/${runId}/claims/${placement.claimId}`}>
					{text.toBoard}
				</Link>
				<Link className="ds-button" data-variant="secondary" to={`${round}/runs`}>
					{text.toRuns}
				</Link>
			</p>
		</Section>
	);
}

/** What the student who has asked is told: that an answer comes and when, or the answer and why. */
export function OwnReconsideration({
	placement,
	dueOn,
}: {
	readonly placement: Reconsidered;
	readonly dueOn: string | null;
}) {
	const language = useLanguage();
	const text = reconsiderText[language];
	const { reconsidered, reconsideredReason } = placement;
	if (reconsidered === null) return dueOn === null ? null : <p>{text.studentWaits(formatDate(language, dueOn))}</p>;
	return (
		<Section title={text.studentTitle}>
			<p>{reconsidered === "granted" ? text.studentGranted : text.studentRefused}</p>
			<blockquote className="quoted">
				<p>{reconsideredReason}</p>
			</blockquote>
		</Section>
	);
}
