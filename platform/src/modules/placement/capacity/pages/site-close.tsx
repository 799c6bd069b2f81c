import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { closeSite, readSite, reopenSite } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/site-close";
import { pagesText } from "./capacity.text.ts";
import { siteText } from "./site.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const site = (await readSite(work, params.siteId)) ?? missing();
		if (site.organisationId !== actor.organisationId || !mayCoordinate(await mandateOf(work))) missing();
		return { site, today: work.today };
	});
}

const closing = z.object({ version: z.int(), lastDay: z.iso.date() });
const opening = z.object({ version: z.int() });

/** Closes a site after a day, or (with `reopen`) takes it into use again. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const page = `/placement/sites/${params.siteId}`;
	if (form.has("reopen")) {
		const parsed = parseForm(opening, form);
		const opened =
			parsed.values && (await commanding((work) => reopenSite(work, params.siteId, parsed.values.version)));
		if (!opened || opened.refused) missing();
		return redirectWithToast(page, siteText[language].siteOpened);
	}
	const parsed = parseForm(closing, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => closeSite(work, params.siteId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(page, siteText[language].siteClosed);
}

export default function SiteClose({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const { site, today } = loaderData;
	const page = `/placement/sites/${site.id}`;
	const title = siteWords.closeTitle(site.name);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: "/placement/capacity/sites", label: text.tabs.sites },
					{ to: page, label: site.name },
				]}
				action={`${page}/close`}
				submit={siteWords.close}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, capacityText[language].refusals)}
			>
				<p className="ds-paragraph">{siteWords.closeLead}</p>
				<input type="hidden" name="version" value={site.version} />
				<Field name="lastDay" kind="date" label={siteWords.fields.lastDay} required value={today} />
			</ConfirmPage>
		</>
	);
}
