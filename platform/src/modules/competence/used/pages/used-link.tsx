import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { GiveLink } from "../../../../identity/GiveLink.tsx";
import { readGiveLink } from "../../../../identity/give-link.server.ts";
import { giveLinkText } from "../../../../identity/give-link.text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { linkToUsed, listUsedToGive } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { askedMonths } from "../codes.ts";
import { usedText } from "../text.ts";
import type { Route } from "./+types/used-link";

/** Which study and which of the two times the address names. */
function askedAbout({ studyId, months }: Route.LoaderArgs["params"]) {
	const found = askedMonths.find((one) => String(one) === months);
	return found === undefined ? missing() : { studyId, months: found };
}

/** Gives whoever completed a study, or the leader of the unit, a link to say by whether it is used. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, reading } = representing(context, request);
	const about = askedAbout(params);
	const list = await reading(listUsedToGive);
	const found = list.find(({ studyId, months }) => studyId === about.studyId && months === about.months) ?? missing();
	const { title, number, name, unitName, months } = found;
	return { title, number, name, unitName, months, mails: house.configuration.mail.smtpUrl !== undefined };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const parsed = await readGiveLink(request, house.configuration.mail.smtpUrl !== undefined);
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const { email } = parsed.values;
	const outcome = await commanding((work) => linkToUsed(work, askedAbout(params), { email }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	return data({
		...{ refusals: [], given: {} },
		link: { address: new URL(outcome.done.path, house.configuration.url).href, mailed: email !== null },
	});
}

export default function UsedLink({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = usedText[language];
	const { title, number, name, unitName, months, mails } = loaderData;
	const whom = name ?? text.leaderOf(unitName);
	const heading = giveLinkText[language].title(whom);
	const about = name === null ? text.mail.place(title, number) : title;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(heading)}</title>
			<PageHeader
				title={heading}
				lead={text.linkLead(about, formatNumber(language, months))}
				trail={[
					{ to: "/competence", label: competenceText[language].title },
					{ to: "/competence/used", label: text.title },
				]}
			/>
			<GiveLink
				whom={whom}
				mails={mails}
				link={actionData?.link}
				refused={actionData}
				say={saying(language, { ...competenceText[language].refusals, ...text.refusals })}
				back="/competence/used"
			/>
		</div>
	);
}
