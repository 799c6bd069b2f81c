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
import { offerHelp, openHelp } from "../../service.server.ts";
import { offerFacts } from "../contract.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/offer-new";
import { helpPageText } from "./help.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const help = await openHelp(work, params.helpId);
		if (!help?.can.keep || help.endedOn !== null) missing();
		const organisations = await organisationChoices(work);
		const to = url.searchParams.get("to");
		return {
			...{ id: help.id, title: help.title, organisations, today: work.today },
			values: {
				partyId: organisations.find(({ value }) => value === to)?.label ?? "",
				answerBy: addDays(work.today, 21),
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseParty(offerFacts, form, await reading(organisationChoices));
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => offerHelp(work, params.helpId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/help/${params.helpId}`, helpPageText[language].offered);
}

/** Offers help to one organisation. */
export default function OfferNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { id, title, organisations, today, values } = loaderData;
	const here = `/development/help/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.offerTitle}: ${title}`)}</title>
			<PageHeader
				title={text.offerTitle}
				lead={text.offerLead}
				trail={[
					{ to: "/development/help", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<Field
					name="partyId"
					kind="lookup"
					choices={organisations}
					width="full"
					hint={<Link to="/development/help/reached?how=never">{text.toReached}</Link>}
					required
				/>
				<Field
					name="because"
					kind="textarea"
					rows={3}
					maxLength={1000}
					width="full"
					hint={text.hints.offerBecause}
					required
				/>
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
