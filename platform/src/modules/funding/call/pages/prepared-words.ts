import type { FormDefinition, Question } from "../../../../forms/definition.ts";
import { questionsOf } from "../../../../forms/parts.ts";
import type { Language } from "../../../../language.ts";
import { preparedFacts } from "../../codes.ts";
import { fundingText } from "../../text.ts";
import type { CallContent } from "../contract.ts";
import { callText } from "../text.ts";

/** What a question of the report comes from, in words. */
export function preparedWords(language: Language, content: CallContent, application: FormDefinition | undefined) {
	const text = callText[language];
	const asked = application ? questionsOf(application.parts) : [];
	return ({ id }: Question): string => {
		const [kind, name] = (content.prepared[id] ?? "").split(" ");
		const fact = preparedFacts.find((one) => one === name);
		if (kind === "fact" && fact) return fundingText[language].facts[fact];
		const measure = content.measures.find((one) => one.id === name);
		if (kind === "measure" && measure) return text.fromMeasure(measure.name);
		const question = asked.find((one) => one.id === name);
		if (kind === "application" && question) return text.fromApplication(question.label[language]);
		return text.judgement;
	};
}
