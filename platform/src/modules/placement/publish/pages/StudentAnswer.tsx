import { saying } from "../../../../forms/text.ts";
import type { Language } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { publishText } from "../text.ts";
import { type Kept, keeperOf } from "./PlaceLost.tsx";
import { answerText } from "./site-answer.text.ts";

type Sent = (RefusedForm & { readonly deed: string }) | undefined;
type Answered = { readonly id: string; readonly version: number; readonly supervisorName: string | null };

/** The student accepts, or asks for another place. */
export function StudentAnswerForm({
	placement,
	sent,
}: {
	readonly placement: Answered & {
		readonly studentAnswer: "accepted" | "reconsider" | null;
		readonly reconsidered: "granted" | "refused" | null;
	} & Kept;
	readonly sent: Sent;
}) {
	const language = useLanguage();
	const text = answerText[language];
	const say = saying(language, publishText[language].refusals);
	return (
		<Section title={text.answerTitle}>
			<TaskForm refused={sent?.deed === "accepted" ? sent : undefined} say={say} prefix={`${placement.id}-yes-`}>
				<Hidden placement={placement} deed="accepted" />
				<SubmitButton>{text.accept}</SubmitButton>
			</TaskForm>
			{(placement.studentAnswer !== "reconsider" || placement.reconsidered === "refused") && (
				<Details summary={text.reconsiderSummary} open={sent?.deed === "reconsider"}>
					<TaskForm
						refused={sent?.deed === "reconsider" ? sent : undefined}
						labels={{ reason: text.reason }}
						say={say}
						prefix={`${placement.id}-no-`}
					>
						<Hidden placement={placement} deed="reconsider" />
						<p>{text.reconsiderBody(readersOf(placement, language))}</p>
						<Field name="reason" kind="textarea" required maxLength={2000} />
						<SubmitButton variant="secondary">{text.reconsider}</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}

/** Whose coordinators read why a student asks for another place: whoever keeps the student's list, and the institution. */
function readersOf(placement: Kept, language: Language): string {
	const { organisationId, institutionId, institutionName } = placement;
	const keeper = keeperOf(placement, language);
	if (organisationId === institutionId) return keeper;
	return new Intl.ListFormat(language, { type: "conjunction" }).format([keeper, institutionName]);
}

function Hidden({ placement, deed }: { readonly placement: Answered; readonly deed: string }) {
	return (
		<>
			<input type="hidden" name="placement" value={placement.id} />
			<input type="hidden" name="version" value={placement.version} />
			<input type="hidden" name="answer" value={deed} />
		</>
	);
}
