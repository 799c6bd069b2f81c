import { saying } from "../../../../forms/text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Expectation } from "../contract.ts";
import { programmeText } from "../text.ts";
import { programmePageText } from "./programme.text.ts";
import { type PartOf, RemovePart } from "./RemovePart.tsx";

/** What a programme expects of each municipality. */
export function ProgrammeExpectations(props: PartOf & { readonly expectations: readonly Expectation[] }) {
	const language = useLanguage();
	const text = programmePageText[language];
	const { expectations, isDraft, keep, refused } = props;
	const mine = refused?.deed === "expectation" ? refused : undefined;
	return (
		<Section title={text.expectations} lead={text.expectationsLead} id="expectations">
			{expectations.length === 0 ? (
				<p className="quiet">{text.noExpectations}</p>
			) : (
				<ul className="ds-list">
					{expectations.map(({ id, expects }) => (
						<li key={id}>
							{expects}
							{keep && isDraft && <RemovePart part="expectation" id={id} called={expects} refused={refused} />}
						</li>
					))}
				</ul>
			)}
			{keep && isDraft && (
				<Details summary={text.addExpectation} open={mine !== undefined}>
					<TaskForm
						key={expectations.length}
						refused={mine}
						labels={text.fields}
						say={saying(language, programmeText[language].refusals)}
						prefix="expectation-"
					>
						<Field name="expects" maxLength={500} autoComplete="off" width="full" hint={text.hints.expects} required />
						<SubmitButton name="do" value="expectation" variant="secondary">
							{text.addExpectation}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
