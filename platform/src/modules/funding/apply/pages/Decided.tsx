import { saying } from "../../../../forms/text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { DecisionView } from "../../assess/pages/DecisionView.tsx";
import { assessText } from "../../assess/text.ts";
import { fundingText } from "../../text.ts";
import type { Loaded, Refused } from "./application.tsx";

/** What was decided of the application, its letter, and the appeal while it can be made. */
export function Decided({ loaderData, refused }: { readonly loaderData: Loaded; readonly refused: Refused }) {
	const language = useLanguage();
	const text = assessText[language];
	const { decided, application, own } = loaderData;
	if (decided === null) return null;
	const appeal = refused?.about === "appeal" ? refused : undefined;
	return (
		<Section title={text.decision} id="decision">
			<DecisionView
				decision={decided.decision}
				appeal={decided.appeal}
				letter={`/funding/applications/${application.id}/take/letter.pdf`}
				withAward={own.state === "lead"}
			/>
			{decided.mayAppeal && own.state === "lead" && (
				<Details summary={text.appeal} open={appeal !== undefined}>
					<TaskForm
						refused={appeal}
						prefix="appeal"
						labels={{ written: text.appealWritten }}
						say={saying(language, fundingText[language].refusals)}
					>
						<input type="hidden" name="deed" value="appeal" />
						<Field name="written" kind="textarea" rows={5} required maxLength={8000} />
						<div className="task-buttons">
							<SubmitButton>{text.appealSend}</SubmitButton>
						</div>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
