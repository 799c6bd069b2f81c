import { data } from "react-router";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { contactValues } from "../contact/contract.ts";
import { responsibility } from "../contract.ts";
import { createContact, judgeContact, readReach } from "../service.server.ts";
import type { Route } from "./+types/contact-new";
import { ContactForm } from "./ContactForm.tsx";
import { contactFormText } from "./contact-form.text.ts";
import { listPersonChoices, parseNaming } from "./person-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const asked = responsibility.safeParse(url.searchParams.get("responsibility"));
	return reading(async (work) => {
		const reach = await readReach(work, "manage-contacts");
		if (!reach.whole && reach.units.length === 0) missing();
		return {
			reach,
			people: await listPersonChoices(work, language),
			values: { published: true, responsibility: asked.data ?? "", unitId: url.searchParams.get("unit") ?? "" },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const form = await request.formData();
	const people = ["membershipId", "deputyMembershipId"];
	const parsed = await reading((work) => parseNaming(work, language, contactValues, form, people));
	if (parsed.refusals) {
		const judged = await reading((work) => judgeContact(work, null, parsed.readable));
		return data({ refusals: [...parsed.refusals, ...judged], given: parsed.given }, 422);
	}
	const outcome = await commanding((work) => createContact(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/organisations/${params.organisationId}/contacts`, contactFormText[language].created);
}

export default function ContactNew({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactFormText[language];
	const base = `/organisations/${params.organisationId}/contacts`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: base, label: text.register }]} />
			<ContactForm {...loaderData} refused={actionData} cancelTo={base} />
		</div>
	);
}
