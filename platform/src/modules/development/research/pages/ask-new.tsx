import { data } from "react-router";
import { addDays } from "../../../../day.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { parseParty } from "../../party-form.server.ts";
import { askParty, listNeeds, openResearch, readAsked } from "../../service.server.ts";
import { askFacts } from "../contract.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/ask-new";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const research = await openResearch(work, params.researchId);
		if (!research?.can.keep || research.endedOn !== null) missing();
		const organisations = await organisationChoices(work);
		const needs = (await listNeeds(work)).filter(({ isOwn, closedOn }) => !isOwn && closedOn === null);
		const need = needs.find(({ id }) => id === url.searchParams.get("need"));
		const load = need && (await readAsked(work)).find(({ id }) => id === need.organisationId);
		return {
			...{ id: research.id, title: research.title, organisations, today: work.today },
			needs: needs.map(({ id, question, organisationName }) => ({
				...{ value: id, label: question, group: organisationName },
			})),
			load: load ? { asks: load.asks, hours: load.hours } : null,
			values: {
				partyId: organisations.find(({ value }) => value === need?.organisationId)?.label ?? "",
				...{ needId: need?.id ?? null, answerBy: addDays(work.today, 21) },
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseParty(askFacts, form, await reading(organisationChoices));
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => askParty(work, params.researchId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/research/${params.researchId}`, researchPageText[language].asked);
}

/** Asks an organisation to take part, and says what is asked of whom. */
export default function AskNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { hints } = text;
	const { id, title, organisations, needs, load, today, values } = loaderData;
	const here = `/development/research/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.askTitle)}</title>
			<PageHeader
				title={text.askTitle}
				lead={text.askLead}
				trail={[
					{ to: "/development/research", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<Field
					name="partyId"
					kind="lookup"
					choices={organisations}
					width="full"
					hint={
						load ? hints.load(load.asks, load.hours) : <Link to="/development/research/asked">{text.whoIsAsked}</Link>
					}
					required
				/>
				{needs.length > 0 && <Field name="needId" kind="select" choices={needs} width="full" hint={hints.needs} />}
				<Field name="whyYou" kind="textarea" rows={2} maxLength={1000} width="full" required />
				<Field name="hours" kind="number" whole required="sometimes" />
				<Field name="data" kind="textarea" rows={2} maxLength={1000} width="full" required="sometimes" />
				<Field name="access" kind="textarea" rows={2} maxLength={1000} width="full" required="sometimes" />
				<Field name="answerBy" kind="date" min={today} required />
				<div className="task-buttons">
					<SubmitButton>{text.send}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
