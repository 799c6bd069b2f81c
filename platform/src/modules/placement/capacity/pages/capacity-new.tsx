import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { enterCapacity } from "../service.server.ts";
import { nextTerm } from "../week.ts";
import type { Route } from "./+types/capacity-new";
import { AnswerForm } from "./AnswerForm.tsx";
import { answerText } from "./answer.text.ts";
import { readAnswerForm } from "./answer-form.server.ts";
import { pagesText } from "./capacity.text.ts";
import { institutionChoices, siteChoices } from "./choices.server.ts";
import { loadText } from "./load.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return {
			sites: await siteChoices(work),
			institutions: await institutionChoices(work),
			term: nextTerm(work.today),
			siteId: url.searchParams.get("site") ?? "",
		};
	});
}

const about = z.object({ siteId: z.uuid(), firstDay: z.iso.date(), lastDay: z.iso.date() });

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const sent = readAnswerForm(form);
	const top = parseForm(about, form);
	const shown = { given: { ...sent.given, ...top.given }, rows: sent.rows, revision: sent.revision };
	if (sent.kind === "rows") return data({ refusals: [], ...shown });
	if (sent.kind === "refused" || top.refusals)
		return data(
			{ refusals: [...(top.refusals ?? []), ...(sent.kind === "refused" ? sent.refusals : [])], ...shown },
			422,
		);
	const { version: _version, ...answer } = sent.values;
	const outcome = await commanding((work) => enterCapacity(work, { ...top.values, ...answer }));
	if (outcome.refused) return data({ refusals: outcome.refused.map(sent.back), ...shown }, 422);
	return redirectWithToast(`/placement/capacity/${outcome.done.id}/answer`, pagesText[language].saved);
}

export default function CapacityNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	const answerWords = answerText[language];
	const { sites, institutions, term, siteId } = loaderData;
	const { loadFields: fields } = loadWords;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(answerWords.enterTitle)}</title>
			<PageHeader
				title={answerWords.enterTitle}
				lead={answerWords.enterLead}
				trail={[{ to: "/placement/capacity", label: text.title }]}
			/>
			<AnswerForm
				shown={{
					takes: true,
					mostAtOnce: null,
					supervisors: null,
					note: null,
					offers: [],
					suggestedFrom: null,
					written: false,
				}}
				days={term}
				version={1}
				institutions={institutions}
				returned={actionData}
				submit={text.save}
				labels={{ siteId: fields.siteId, firstDay: fields.firstDay, lastDay: fields.lastDay }}
				before={
					<>
						<Field
							name="siteId"
							label={fields.siteId}
							kind="select"
							required
							choices={sites}
							{...(actionData ? {} : { value: siteId })}
						/>
						<DateRange
							legend={text.columns.days}
							from={{ name: "firstDay", label: fields.firstDay, required: true, value: term.firstDay }}
							to={{ name: "lastDay", label: fields.lastDay, required: true, value: term.lastDay }}
						/>
					</>
				}
			/>
		</div>
	);
}
