import type { Language } from "../../../language.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { linesAtOnce, mostLines } from "../codes.ts";
import { partyLinesText } from "./party-lines.text.ts";

/** How many lines a page begins with: those chosen beforehand, and room for more. */
export function linesFor(chosen: number): number {
	return Math.min(mostLines, Math.max(linesAtOnce, chosen + 1));
}

/** What the lines are called, for the summary of what was refused. */
export function partyLabels(language: Language, lines: number): Readonly<Record<string, string>> {
	const { party } = partyLinesText[language];
	return Object.fromEntries(Array.from({ length: lines }, (_, index) => [`parties.${index}`, party(index + 1)]));
}

/**
 * Parties, a line each, with a button that gives more lines. Enter in a line sends the form, not more lines.
 * @param submit what the button that sends the form says
 */
export function PartyLines(props: {
	readonly legend: string;
	readonly hint: string;
	readonly lines: number;
	readonly choices: readonly Choice[];
	readonly submit: string;
}) {
	const text = partyLinesText[useLanguage()];
	return (
		<>
			<input type="hidden" name="count" value={props.lines} />
			<button type="submit" name="do" value="create" className="visually-hidden" tabIndex={-1} aria-hidden="true">
				{props.submit}
			</button>
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{props.legend}</legend>
				<p className="ds-paragraph quiet">{props.hint}</p>
				{Array.from({ length: props.lines }, (_, index) => `parties.${index}`).map((name, index) => (
					<Field
						key={name}
						name={name}
						kind="lookup"
						label={text.party(index + 1)}
						choices={props.choices}
						required="sometimes"
						width="full"
					/>
				))}
				<div>
					<SubmitButton name="do" value="add" variant="secondary" size="sm">
						{text.addLine}
					</SubmitButton>
				</div>
			</fieldset>
		</>
	);
}
