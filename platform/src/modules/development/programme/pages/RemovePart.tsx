import { saying } from "../../../../forms/text.ts";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { programmeText } from "../text.ts";
import { programmePageText } from "./programme.text.ts";

/** What every part of a programme's page is given: who may change it, and what was refused. */
export type PartOf = {
	readonly programmeId: string;
	readonly isDraft: boolean;
	readonly keep: boolean;
	readonly refused: (RefusedForm & { readonly deed: string }) | undefined;
};

/** Takes away one part of a programme. */
export function RemovePart(props: {
	readonly part: "goal" | "expectation" | "batch" | "lesson";
	readonly id: string;
	readonly called: string;
	readonly refused: PartOf["refused"];
}) {
	const language = useLanguage();
	const { part, id, called, refused } = props;
	const mine = refused?.deed === "remove" && refused.given.partId === id ? refused : undefined;
	return (
		<TaskForm refused={mine} say={saying(language, programmeText[language].refusals)} className="" prefix={`${id}-`}>
			<input type="hidden" name="part" value={part} />
			<input type="hidden" name="partId" value={id} />
			<SubmitButton name="do" value="remove" variant="tertiary">
				{programmePageText[language].removePart}
				<span className="visually-hidden">: {called}</span>
			</SubmitButton>
		</TaskForm>
	);
}
