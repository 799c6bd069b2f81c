import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf, organisationChoices } from "../../../organisation/service.server.ts";
import { parentChoices } from "../../pages/choices.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { addExchange } from "../service.server.ts";
import { exchangeText } from "../text.ts";
import type { Route } from "./+types/exchange-new";
import { ExchangeFields } from "./ExchangeFields.tsx";
import { readExchangeForm } from "./exchange-form.server.ts";

/** Somebody new who works across the border, or a post that is vacant. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const parties = await organisationChoices(work);
		const own = parties.find(({ value }) => value === actor.organisationId)?.label ?? "";
		return { parties, own, agreements: await parentChoices(work, null) };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const sent = readExchangeForm(await request.formData(), await reading(organisationChoices));
	if (!sent.facts) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const outcome = await commanding((work) => addExchange(work, sent.facts));
	if (outcome.refused) return data({ refusals: outcome.refused, given: sent.given }, 422);
	return redirectWithToast(`/agreements/exchanges/${outcome.done.id}`, exchangeText[language].created);
}

export default function ExchangeNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = exchangeText[language];
	const words = agreementRefusalText[language];
	const { parties, own, agreements } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/agreements/exchanges", label: text.title }]} />
			<TaskForm
				refused={actionData}
				values={{ homeId: own }}
				labels={text.fields}
				say={saying(language, { ...words.refusals, ...text.refusals })}
			>
				<ExchangeFields parties={parties} agreements={agreements} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/agreements/exchanges">
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
