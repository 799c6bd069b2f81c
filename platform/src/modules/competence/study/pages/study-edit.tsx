import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
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

const deed = z.object({ do: z.enum(["change", "remove"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = studyPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	if (asked.values.do === "remove") {
		const outcome = await commanding((work) => removeStudy(work, params.studyId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "remove" }, 422);
		return redirectWithToast("/competence/studies", text.removed);
	}
	const parsed = parseForm(studyChange, form);
	if (parsed.refusals) return data({ ...parsed, deed: "change" }, 422);
	const outcome = await commanding((work) => changeStudy(work, params.studyId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given, deed: "change" }, 422);
	}
	return redirectWithToast(`/competence/studies/${params.studyId}`, text.changed);
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
			<TaskForm
				refused={actionData?.deed === "change" ? actionData : undefined}
				values={facts}
				labels={text.fields}
				say={say}
			>
				<input type="hidden" name="version" value={facts.version} />
				<StudyFields {...choices} />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			<Details summary={text.remove} open={actionData?.deed === "remove"}>
				<TaskForm refused={actionData?.deed === "remove" ? actionData : undefined} prefix="remove" say={say}>
					<p>{text.removeBody}</p>
					<input type="hidden" name="version" value={facts.version} />
					<SubmitButton name="do" value="remove" color="danger">
						{text.remove}
					</SubmitButton>
				</TaskForm>
			</Details>
		</div>
	);
}
