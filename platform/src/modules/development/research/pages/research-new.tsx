import { data } from "react-router";
import { addYears } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { addResearch, openNeed, readingOf } from "../../service.server.ts";
import { researchFacts } from "../contract.ts";
import { mayPropose } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/research-new";
import { ResearchFields } from "./ResearchFields.tsx";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayPropose(await mandateOf(work))) missing();
		const need = await openNeed(work, url.searchParams.get("need") ?? "");
		return {
			need: need ? { question: need.question, organisationName: need.organisationName } : null,
			values: {
				...{ question: need?.question ?? "", kind: need?.fits[0] ?? null, workedOut: "together", funding: "none" },
				...{ leaderName: actor.name, leaderEmail: (await readingOf(work))?.email ?? null },
				...{ firstDay: work.today, lastDay: addYears(work.today, 1) },
			},
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding, url } = representing(context, request);
	const parsed = parseForm(researchFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addResearch(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const need = url.searchParams.get("need");
	const here = `/development/research/${outcome.done.id}`;
	const next = need === null ? here : `${here}/asks/new?need=${encodeURIComponent(need)}`;
	return redirectWithToast(next, researchPageText[language].created);
}

/** Says what is to be found out together, from a need somebody has or from nothing. */
export default function ResearchNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { need, values } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/development/research", label: words.title }]} />
			{need && <Facts facts={[{ label: text.theirNeed, value: `${need.question} (${need.organisationName})` }]} />}
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<ResearchFields />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development/research">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
