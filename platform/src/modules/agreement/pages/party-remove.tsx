import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { removeParty } from "../service.server.ts";
import type { Route } from "./+types/party-remove";
import { writableBy } from "./opened.server.ts";

import { partyText } from "./party.text.ts";

/** Asks once more before a party is taken out. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await writableBy(work, params.agreementId);
		const found = opened.parties.find(({ organisationId }) => organisationId === params.partyId) ?? missing();
		return { id: opened.agreement.id, title: opened.agreement.title, partId: params.partyId, name: found.name };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => removeParty(work, params.agreementId, params.partyId));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}/parties`, partyText[language].partyRemoved);
}

export default function Remove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = partyText[language];
	const { id, title, partId, name } = loaderData;
	const here = `/agreements/${id}`;
	const page = `${here}/parties/${partId}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeParty)}</title>
			<ConfirmPage
				title={text.removeParty}
				trail={[
					{ to: here, label: title },
					{ to: page, label: name },
				]}
				action={`${page}/remove`}
				submit={text.removeParty}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p>{text.removePartyBody(name)}</p>
			</ConfirmPage>
		</>
	);
}
