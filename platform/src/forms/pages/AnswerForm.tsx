import { type ReactNode, useState } from "react";
import { useLocation } from "react-router";
import { DraftForm } from "../../draft/DraftForm.tsx";
import type { DraftAnswer } from "../../draft/draft-answer.ts";
import type { Language } from "../../language.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Details } from "../../ui/Details.tsx";
import { useLanguage } from "../../ui/language.tsx";
import type { FormDefinition } from "../definition.ts";
import { FormView } from "../FormView.tsx";
import { answerWords, labelsOf, type Names } from "../labels.ts";
import { questionsOf, tablesIn } from "../parts.ts";
import { saying } from "../text.ts";
import { answerText } from "./answer.text.ts";
import { namesIn } from "./answer-names.ts";
import type { ShownAnswers } from "./answering.server.ts";
import { formsText } from "./forms.text.ts";

type AnswerFormProps = {
	readonly shown: ShownAnswers;
	readonly refused: DraftAnswer | undefined;
	readonly cancelTo?: string;
	/** Who sees the draft, in words. */
	readonly seenBy: string;
	readonly actions?: ReactNode;
	/** Set where a room sends the answers with something else: here they are only saved. */
	readonly isSentElsewhere?: boolean;
};

/** A form being answered: saved as it is written, and sent in by a button. */
export function AnswerForm(props: AnswerFormProps) {
	const { definition, answers } = props.shown;
	// What was saved or refused by a button is shown as the server says it; so are rows another has added or removed.
	const tables = new Set(tablesIn(definition.parts));
	const rows = Object.entries(answers.values).filter(([path]) => tables.has(path.split(".").at(-1) ?? ""));
	const { key } = useLocation();
	return <Answering key={`${key} ${JSON.stringify(rows)}`} {...props} />;
}

function Answering({ shown, refused, cancelTo, seenBy, actions, isSentElsewhere = false }: AnswerFormProps) {
	const language = useLanguage();
	const text = answerText[language];
	// What one writes stands in the fields, whatever comes back while it is saved.
	const [first] = useState(shown);
	const { definition, answers, answer, words, organisations, files } = first;
	const say = saying(language, formsText[language].refusals);
	const labels = labelsOf(definition, shown.answers.values, language);
	const names = namesIn(shown);
	return (
		<>
			<p className="ds-paragraph quiet">{seenBy}</p>
			<DraftForm
				version={answer.revision}
				words={words}
				values={answers.values}
				refused={refused}
				labels={labels}
				shown={(path, word) => shownWord(definition, path, word, language, names)}
				refusals={formsText[language].refusals}
				files={questionsOf(definition.parts).some(({ kind }) => kind === "file")}
				save={text.save}
				{...(cancelTo === undefined ? {} : { cancelTo })}
				actions={
					!isSentElsewhere && (
						<button type="submit" className="ds-button" data-variant="secondary" name="do" value="submit">
							{text.submit}
						</button>
					)
				}
			>
				<FormView definition={definition} answers={answers} organisations={organisations} files={files} />
				{shown.warnings.length === 0 ? (
					!isSentElsewhere && <Alert tone="success">{text.ready}</Alert>
				) : (
					<Details summary={text.lacking(shown.warnings.length)}>
						<ul className="ds-list">
							{shown.warnings.map((warning) => (
								<li key={`${warning.field} ${warning.code}`}>
									<a className="ds-link" href={`#${warning.field}`}>
										{labels[warning.field ?? ""] ?? ""}
									</a>
									{`: ${say(warning)}`}
								</li>
							))}
						</ul>
					</Details>
				)}
			</DraftForm>
			{actions}
		</>
	);
}

/** A word of an answer as people read it. */
function shownWord(definition: FormDefinition, path: string, word: string, language: Language, names: Names): string {
	const steps = path.split(".");
	const question = questionsOf(definition.parts).find(({ id }) => id === steps.at(-1) || id === steps.at(-2));
	if (!question) return word;
	return answerWords(
		question,
		question.kind === "several" || question.kind === "file" ? word.split("\n") : word,
		language,
		names,
	);
}
