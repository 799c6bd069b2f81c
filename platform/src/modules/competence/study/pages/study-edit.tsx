import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { changeStudy, readStudy, removeStudy } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { studyChange } from "../contract.ts";
import { studyText } from "../text.ts";
import type { Route } from "./+types/study-edit";
import { studyChoices } from "./choices.server.ts";
import { StudyFields } from "./StudyFields.tsx";
import { studyPageText } from "./study.text.ts";
import { whoTakes } from "./table.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const study = await readStudy(work, params.studyId);
		if (!study?.mayChange) missing();
		const choices = await studyChoices(work, language);
		// What was stated with an entry since mapped away or out of use keeps it.
		const known = choices.entries.some(({ value }) => value === study.entryId);
		const own = {
			value: study.entryId,
			label: nameOfEntry(language, { name: study.entryName, nameNn: study.entryNameNn, nameEn: study.entryNameEn }),
			group: competenceText[language].kinds[study.kind],
		};
		const { steps: _steps, finance: _finance, ...facts } = study;
		return {
			...{ choices: { ...choices, entries: known ? choices.entries : [...choices.entries, own] } },
			...{ facts, who: whoTakes(language, study) },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = studyPageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: studyChange,
		change: (work, values) => changeStudy(work, params.studyId, values),
		remove: (work, version) => removeStudy(work, params.studyId, version),
		changed: () => ({ to: `/competence/studies/${params.studyId}`, toast: text.changed }),
		removed: { to: "/competence/studies", toast: text.removed },
	});
}

/** What is known of one study, to be changed; or all of it taken away. */
export default function StudyEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	const { facts, choices, who } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/competence/studies/${facts.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${who}`)}</title>
			<PageHeader
				title={`${text.editTitle}: ${who}`}
				lead={facts.title}
				trail={[
					{ to: "/competence/studies", label: words.title },
					{ to: here, label: who },
				]}
			/>
			<ChangeOrRemove answer={actionData} values={facts} labels={text.fields} say={say} text={text} cancelTo={here}>
				<StudyFields {...choices} />
			</ChangeOrRemove>
		</div>
	);
}
