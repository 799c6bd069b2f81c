import { saying } from "../../../../forms/text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Lesson } from "../contract.ts";
import { programmeText } from "../text.ts";
import { Lessons } from "./Lessons.tsx";
import { programmePageText } from "./programme.text.ts";
import { type PartOf, RemovePart } from "./RemovePart.tsx";

/** What the next programme should know. */
export function ProgrammeLessons(props: PartOf & { readonly lessons: readonly Lesson[] }) {
	const language = useLanguage();
	const text = programmePageText[language];
	const { lessons, keep, refused } = props;
	const mine = refused?.deed === "lesson" ? refused : undefined;
	return (
		<Section title={text.lessons} lead={text.lessonsLead} id="lessons">
			<Lessons
				lessons={lessons}
				deed={({ id, lesson }) => keep && <RemovePart part="lesson" id={id} called={lesson} refused={refused} />}
			/>
			{keep && (
				<Details summary={text.addLesson} open={mine !== undefined}>
					<TaskForm
						key={lessons.length}
						refused={mine}
						labels={text.fields}
						say={saying(language, programmeText[language].refusals)}
						prefix="lesson-"
					>
						<Field name="lesson" kind="textarea" rows={3} maxLength={2000} width="full" required />
						<Field name="source" maxLength={200} autoComplete="off" width="full" />
						<SubmitButton name="do" value="lesson" variant="secondary">
							{text.addLesson}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
