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
type Answered = { readonly id: string; readonly version: number };
type Words = (typeof answerText)[Language];

type May = { readonly accept: boolean; readonly askAnew: boolean };
type Given = {
	readonly placement: Answered & Kept & { readonly roundOwnerId: string };
	/** Which answers are to be given, or to be changed. */
	readonly can: May;
	readonly sent: Sent;
};

/** The student accepts, or asks for another place; until the placement has begun. */
export function StudentAnswerForm(given: Given) {
	const text = answerText[useLanguage()];
	if (!given.can.accept && !given.can.askAnew) return null;
	return (
		<Section title={text.answerTitle}>
			<Answers {...given} words={text} />
		</Section>
	);
}

/** A coordinator writes down what the student has said by telephone or mail: the same answers, folded away. */
export function AnswerForStudent(given: Given) {
	const { onBehalf } = answerText[useLanguage()];
	const { can, sent } = given;
	if (!can.accept && !can.askAnew) return null;
	return (
		<Details summary={onBehalf.title} open={sent?.deed === "accepted" || sent?.deed === "reconsider"}>
			<p>{onBehalf.lead}</p>
			<Answers {...given} words={onBehalf} />
		</Details>
	);
}

function Answers({
	placement,
	can,
	sent,
	words,
}: Given & { readonly words: Pick<Words, "accept" | "reconsiderSummary" | "reconsider" | "reconsiderBody"> }) {
	const language = useLanguage();
	const text = answerText[language];
	const say = saying(language, publishText[language].refusals);
	return (
		<>
			{can.accept && (
				<TaskForm refused={sent?.deed === "accepted" ? sent : undefined} say={say} prefix={`${placement.id}-yes-`}>
					<Hidden placement={placement} deed="accepted" />
					<SubmitButton>{words.accept}</SubmitButton>
				</TaskForm>
			)}
			{can.askAnew && (
				<Details summary={words.reconsiderSummary} open={sent?.deed === "reconsider"}>
					<TaskForm
						refused={sent?.deed === "reconsider" ? sent : undefined}
						labels={{ reason: text.reason }}
						say={say}
						prefix={`${placement.id}-no-`}
					>
						<Hidden placement={placement} deed="reconsider" />
						<p>{words.reconsiderBody(readersOf(placement, language))}</p>
						<Field name="reason" kind="textarea" required maxLength={2000} />
						<SubmitButton variant="secondary">{words.reconsider}</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</>
	);
}

/** Whose coordinators read why a student asks for another place: whoever keeps the student's list, and the institution that runs the round. */
function readersOf(placement: Given["placement"], language: Language): string {
	const { organisationId, institutionId, institutionName, roundOwnerId } = placement;
	const keeper = keeperOf(placement, language);
	if (organisationId === institutionId || roundOwnerId !== institutionId) return keeper;
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
