import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { siteChange } from "../contract.ts";
import { changeSite, readSite } from "../service.server.ts";
import type { Route } from "./+types/site-edit";
import { pagesText } from "./capacity.text.ts";
import { settingChoices } from "./choices.server.ts";
import { SiteForm } from "./SiteForm.tsx";
import { siteText } from "./site.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, language } = representing(context, request);
	return reading(async (work) => {
		const site = (await readSite(work, params.siteId)) ?? missing();
		if (site.organisationId !== actor.organisationId || !mayCoordinate(await mandateOf(work))) missing();
		return { site, settings: await settingChoices(work, language) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(siteChange, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeSite(work, params.siteId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/sites/${params.siteId}`, siteText[language].siteSaved);
}

export default function SiteEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const { site } = loaderData;
	const page = `/placement/sites/${site.id}`;
	const title = `${siteWords.edit} ${site.name}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/capacity/sites", label: text.tabs.sites },
					{ to: page, label: site.name },
				]}
			/>
			<SiteForm {...loaderData} refused={actionData} cancelTo={page} />
		</div>
	);
}
