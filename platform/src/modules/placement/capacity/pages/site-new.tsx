import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { withChosen } from "../../../../ui/choice.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { newSite } from "../contract.ts";
import { addSite } from "../service.server.ts";
import type { Route } from "./+types/site-new";
import { pagesText } from "./capacity.text.ts";
import { hostChoices, settingChoices } from "./choices.server.ts";
import { SiteForm } from "./SiteForm.tsx";
import { siteText } from "./site.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, language } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const hosts = await hostChoices(work);
		return {
			settings: await settingChoices(work, language),
			hosts,
			host: hosts.find(({ value }) => value === actor.organisationId)?.label ?? "",
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const parsed = parseForm(newSite, withChosen(form, "hostId", await reading(hostChoices)));
	const given = { ...parsed.given, hostId: String(form.get("hostId") ?? "") };
	if (parsed.refusals) return data({ refusals: parsed.refusals, given }, 422);
	const outcome = await commanding((work) => addSite(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/placement/sites/${outcome.done.id}`, siteText[language].siteSaved);
}

export default function SiteNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(siteWords.newSite)}</title>
			<PageHeader
				title={siteWords.newSite}
				lead={siteWords.newSiteLead}
				trail={[{ to: "/placement/capacity/sites", label: text.tabs.sites }]}
			/>
			<SiteForm {...loaderData} refused={actionData} cancelTo="/placement/capacity/sites" />
		</div>
	);
}
