import { data, Link } from "react-router";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { contactChange } from "../contact/contract.ts";
import { changeContact, judgeContact, readContact, readPerson, readReach } from "../service.server.ts";
import type { Route } from "./+types/contact-edit";
import { ContactForm } from "./ContactForm.tsx";
import { contactFormText } from "./contact-form.text.ts";
import { contactLine } from "./contact-line.ts";
import { listPersonChoices, parseNaming, personChoice } from "./person-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	return reading(async (work) => {
		const contact = (await readContact(work, params.organisationId, params.contactId)) ?? missing();
		if (!contact.can.change) missing();
		const { responsibility, profession, unitId, membershipId, note, published } = contact;
		const isPostBox = membershipId === null;
		return {
			contact,
			reach: await readReach(work, "manage-contacts", { withClosed: true }),
			people: await listPersonChoices(work, language),
			values: {
				...{ responsibility, profession, unitId, note, published },
				membershipId: await named(work, language, membershipId),
				deputyMembershipId: await named(work, language, contact.deputyMembershipId),
				...(isPostBox ? { name: contact.name, email: contact.email, phone: contact.phone } : {}),
			},
		};
	});
}

async function named(work: Work, language: Language, membershipId: string | null): Promise<string> {
	const person = membershipId === null ? undefined : await readPerson(work, membershipId);
	return person ? personChoice(person.membership, language).label : "";
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const form = await request.formData();
	const people = ["membershipId", "deputyMembershipId"];
	const parsed = await reading((work) => parseNaming(work, language, contactChange, form, people));
	if (parsed.refusals) {
		const judged = await reading((work) => judgeContact(work, params.contactId, parsed.readable));
		return data({ refusals: [...parsed.refusals, ...judged], given: parsed.given }, 422);
	}
	const outcome = await commanding((work) => changeContact(work, params.contactId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/organisations/${params.organisationId}/contacts`, contactFormText[language].saved);
}

export default function ContactEdit({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactFormText[language];
	const { contact, reach, people, values } = loaderData;
	const base = `/organisations/${params.organisationId}/contacts`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				lead={contactLine(contact, language)}
				trail={[{ to: base, label: text.register }]}
			/>
			<ContactForm
				reach={reach}
				people={people}
				values={values}
				version={contact.version}
				refused={actionData}
				cancelTo={base}
			>
				<Link className="ds-button" data-variant="tertiary" data-color="danger" to={`${base}/${contact.id}/remove`}>
					{text.remove}
				</Link>
			</ContactForm>
		</div>
	);
}
