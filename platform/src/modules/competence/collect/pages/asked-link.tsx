import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { GiveLink } from "../../../../identity/GiveLink.tsx";
import { readGiveLink } from "../../../../identity/give-link.server.ts";
import { giveLinkText } from "../../../../identity/give-link.text.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import { linkToAsked, openAsked } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/asked-link";

/** Gives a unit without an account a link to answer by. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, reading } = representing(context, request);
	return reading(async (work) => {
		const { asked, collection, mayAnswer } = (await openAsked(work, params.askedId)) ?? missing();
		if (!mayAnswer || !mayPlan(await mandateOf(work))) missing();
		const { id, name } = collection;
		return {
			unitName: asked.unitName,
			collection: { id, name },
			mails: house.configuration.mail.smtpUrl !== undefined,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const parsed = await readGiveLink(request, house.configuration.mail.smtpUrl !== undefined);
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const { email } = parsed.values;
	const outcome = await commanding((work) => linkToAsked(work, params.askedId, { email }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	return data({
		...{ refusals: [], given: {} },
		link: { address: new URL(outcome.done.path, house.configuration.url).href, mailed: email !== null },
	});
}

export default function AskedLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { unitName, collection, mails } = loaderData;
	const back = `/competence/collections/${collection.id}`;
	const title = giveLinkText[language].title(unitName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={text.linkLead} trail={[{ to: back, label: collection.name }]} />
			<GiveLink
				whom={unitName}
				mails={mails}
				link={actionData?.link}
				refused={actionData}
				say={saying(language, { ...competenceText[language].refusals, ...text.refusals })}
				back={back}
			/>
		</div>
	);
}
