import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { addFinance, listMeasures, readStudy, removeFinance, takeStep, undoStep } from "../../service.server.ts";
import { nextStates } from "../codes.ts";
import { financeFacts, stepFacts } from "../contract.ts";
import { standing } from "../rules.ts";
import { studyText } from "../text.ts";
import type { Route } from "./+types/study";
import { StudyFacts } from "./StudyFacts.tsx";
import { StudyStands } from "./StudyStands.tsx";
import { StudySteps } from "./StudySteps.tsx";
import { studyPageText } from "./study.text.ts";
import { NextStep, Payments } from "./study-deeds.tsx";
import { whoTakes } from "./table.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const study = (await readStudy(work, params.studyId)) ?? missing();
		return {
			...{ study, who: whoTakes(language, study), today: work.today, last: standing(study.steps).at(-1)?.id ?? null },
			...{ next: nextStates[study.state], mayUndo: standing(study.steps).length > 1 },
			measure: (await listMeasures(work)).find(({ id }) => id === study.measureId)?.title ?? null,
			entry: nameOfEntry(language, { name: study.entryName, nameNn: study.entryNameNn, nameEn: study.entryNameEn }),
		};
	});
}

const deed = z.object({ do: z.enum(["step", "undo", "pay", "unpay"]), version: z.int() });
const undo = z.object({ stepId: id });
const unpay = z.object({ financeId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = studyPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "step" }, 422);
	const { do: what, version } = asked.values;
	const here = `/competence/studies/${params.studyId}`;
	if (what === "step") {
		const parsed = parseForm(stepFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => takeStep(work, params.studyId, { ...parsed.values, version }));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.recorded(studyText[language].states[parsed.values.state]));
	}
	if (what === "pay") {
		const parsed = parseForm(financeFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => addFinance(work, params.studyId, { ...parsed.values, version }));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.financeAdded);
	}
	if (what === "undo") {
		const parsed = parseForm(undo, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => undoStep(work, params.studyId, { ...parsed.values, version }));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.undone);
	}
	const parsed = parseForm(unpay, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const outcome = await commanding((work) => removeFinance(work, params.studyId, { ...parsed.values, version }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
	return redirectWithToast(here, text.financeRemoved);
}

/** One study: how it stands, what happens next, who pays, and what has happened. */
export default function StudyPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	const { study, who, entry, measure, next, last, mayUndo, today } = loaderData;
	const { version, mayChange } = study;
	const lastStep = study.steps.find((one) => one.id === last);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${who}: ${study.title}`)}</title>
			<PageHeader
				title={study.title}
				lead={`${who}, ${study.unitName}`}
				tags={<StudyStands state={study.state} />}
				trail={[{ to: "/competence/studies", label: words.title }]}
				secondary={
					mayChange && (
						<Link className="ds-button" data-variant="secondary" to={`/competence/studies/${study.id}/edit`}>
							{text.edit}
						</Link>
					)
				}
			/>
			<Section title={text.facts}>
				<StudyFacts
					study={study}
					entry={entry}
					measure={measure}
					place={{ label: text.fields.unitId, value: study.unitName }}
				/>
			</Section>
			{mayChange && (
				<NextStep
					key={version}
					refused={actionData}
					{...{ next, version, today }}
					undo={mayUndo && lastStep ? { id: lastStep.id, state: lastStep.state } : null}
				/>
			)}
			<Payments
				refused={actionData}
				finance={study.finance}
				{...{ mayChange, version }}
				total={formatNumber(
					language,
					study.finance.reduce((sum, { kroner }) => sum + kroner, 0),
				)}
			/>
			<StudySteps steps={study.steps} />
		</div>
	);
}
