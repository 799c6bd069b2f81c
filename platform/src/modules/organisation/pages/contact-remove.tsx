import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { contactText } from "../contact/text.ts";
import { version } from "../contract.ts";
import { readContact, removeContact } from "../service.server.ts";
import type { Route } from "./+types/contact-remove";
import { contactFormText } from "./contact-form.text.ts";
import { contactLine } from "./contact-line.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const contact = await reading((work) => readContact(work, params.organisationId, params.contactId));
	if (!contact?.can.change) missing();
	return { contact };
}

const removal = z.object({ version });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const parsed = parseForm(removal, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => removeContact(work, params.contactId, parsed.values.version));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/organisations/${params.organisationId}/contacts`, contactFormText[language].removed);
}

export default function ContactRemove({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactFormText[language];
	const { contact } = loaderData;
	const base = `/organisations/${params.organisationId}/contacts`;
	const what = [contactLine(contact, language), contact.name].filter(Boolean).join(", ");
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeTitle)}</title>
			<ConfirmPage
				title={text.removeTitle}
				trail={[{ to: base, label: text.register }]}
				action={`${base}/${contact.id}/remove`}
				submit={text.remove}
				cancelTo={`${base}/${contact.id}/edit`}
				dangerous
				refused={actionData}
				say={saying(language, contactText[language].refusals)}
			>
				<p className="ds-paragraph">{text.removeLead(what)}</p>
				<input type="hidden" name="version" value={contact.version} />
			</ConfirmPage>
		</>
	);
}
