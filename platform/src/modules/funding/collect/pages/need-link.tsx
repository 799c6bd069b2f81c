import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { GiveLink } from "../../../../identity/GiveLink.tsx";
import { readGiveLink } from "../../../../identity/give-link.server.ts";
import { giveLinkText } from "../../../../identity/give-link.text.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { linkToUnit, openUnitAnswer } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/need-link";

/** Gives a unit without an account a link to answer by. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, reading } = representing(context, request);
	return reading(async (work) => {
		const { asked, collection, mayAnswer } = (await openUnitAnswer(work, params.askedId)).done ?? missing();
		if (!mayAnswer || !(await mayOf(work)).apply) missing();
		return { unitName: asked.unitName, collection, mails: house.configuration.mail.smtpUrl !== undefined };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const parsed = await readGiveLink(request, house.configuration.mail.smtpUrl !== undefined);
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const { email } = parsed.values;
	const outcome = await commanding((work) => linkToUnit(work, params.askedId, { email }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	// The secret is shown once: it cannot be fetched again, so this page is the answer itself.
	return data({
		...{ refusals: [], given: {} },
		link: { address: new URL(outcome.done.path, house.configuration.url).href, mailed: email !== null },
	});
}

export default function NeedLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { unitName, collection, mails } = loaderData;
	const back = `/funding/collections/${collection.id}`;
	const title = giveLinkText[language].title(unitName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={text.linkLead} trail={[{ to: back, label: text.title }]} />
			<GiveLink
				whom={unitName}
				mails={mails}
				link={actionData?.link}
				refused={actionData}
				say={saying(language, fundingText[language].refusals)}
				back={back}
			/>
		</div>
	);
}
