import type { ReactNode } from "react";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { registerText } from "../../register/text.ts";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { NextOrCancel } from "./NextOrCancel.tsx";
import { registerTrail } from "./trail.ts";

/** What `inTwoSteps` answered, as its page shows it. */
type Answer<Confirmed> = RefusedForm & { readonly confirm: Confirmed | null };

/** A page that changes one organisation in the register: its form first, then what will happen, to be confirmed. */
export function TwoStepPage<Confirmed>(props: {
	readonly organisation: { readonly id: string; readonly name: string };
	readonly title: string;
	/** What the form is for. */
	readonly lead?: string;
	/** What the page is about, said in both steps in place of the lead. */
	readonly about?: string;
	readonly answer: Answer<Confirmed> | undefined;
	/** What is confirmed, in plain words. */
	told(confirm: Confirmed): { readonly happens: readonly string[]; readonly stays?: readonly string[] };
	/** The deed itself: "Slå sammen", never "OK". */
	readonly submit: string;
	readonly dangerous?: boolean;
	readonly values?: Readonly<Record<string, FieldValue>>;
	readonly labels?: Readonly<Record<string, string>>;
	/** The fields. */
	readonly children: ReactNode;
}) {
	const { organisation, title, answer } = props;
	const language = useLanguage();
	const confirm = answer?.confirm ?? null;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={props.about ?? (confirm === null ? props.lead : undefined)}
				trail={registerTrail(language, organisation.id, organisation.name)}
			/>
			{answer && confirm !== null ? (
				<ConfirmStep
					given={answer.given}
					submit={props.submit}
					dangerous={props.dangerous ?? false}
					{...props.told(confirm)}
				/>
			) : (
				<TaskForm
					refused={answer}
					values={props.values ?? {}}
					labels={props.labels ?? {}}
					say={saying(language, registerText[language].refusals)}
				>
					{/* Enter in a field goes on; it does not press the first of the other buttons. */}
					<button type="submit" hidden tabIndex={-1} />
					{props.children}
					<NextOrCancel cancelTo={`/organisations/${organisation.id}/register`} />
				</TaskForm>
			)}
		</div>
	);
}
