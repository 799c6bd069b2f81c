import type { Language } from "../../../language.ts";
import { Details } from "../../../ui/Details.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Card } from "../../../ui/Section.tsx";
import { Status, Tag } from "../../../ui/Tag.tsx";
import type { Answer, Contact } from "../contact/contract.ts";
import type { SharedAnswer } from "../contact/group.ts";
import type { Place } from "../contact/places.server.ts";
import { contactText } from "../contact/text.ts";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { contactsText } from "./contacts.text.ts";

/** Who answers at a place, or several alike, why it is them, and what to know before one writes. */
export function AnswerCard({ places, answer }: SharedAnswer) {
	const language = useLanguage();
	const text = contactsText[language];
	const { contact } = answer;
	const [first, ...others] = places;
	return (
		<Card>
			<h3 className="ds-heading" data-size="xs">
				<PlaceLink place={first} />
			</h3>
			{others.length > 0 && (
				<Details summary={text.alsoHere(others.length)}>
					<ul className="ds-list">
						{others.map((place) => (
							<li key={place.unit?.id ?? place.organisationId}>
								<PlaceLink place={place} />
							</li>
						))}
					</ul>
				</Details>
			)}
			{answer.by === null ? (
				<p>{text.nobody}</p>
			) : (
				<>
					<p className="row">
						<strong>{answer.name}</strong>
						<Tag tone={answer.by === "holder" ? "info" : "neutral"}>{contactText[language].by[answer.by]}</Tag>
					</p>
					<p className="row">
						{answer.email !== null && <EmailLink email={answer.email} />}
						{answer.phone !== null && <PhoneLink phone={answer.phone} />}
					</p>
				</>
			)}
			{answer.by === "deputy" && contact?.name && <p>{text.deputyFor(contact.name)}</p>}
			{answer.by === "holder" && contact?.deputyName && <Deputy contact={contact} />}
			{contact?.note && <p>{contact.note}</p>}
			<ContactWarnings contact={contact} />
			<How answer={answer} />
		</Card>
	);
}

export function PlaceLink({ place }: { place: Place }) {
	const organisation = `/organisations/${place.organisationId}`;
	if (place.unit === null)
		return (
			<Link className="ds-link" to={`${organisation}/contacts`}>
				{place.organisationName}
			</Link>
		);
	return (
		<>
			<Link className="ds-link" to={`${organisation}/units/${place.unit.id}`}>
				{place.unit.name}
			</Link>
			{", "}
			<Link className="ds-link" to={`${organisation}/contacts`}>
				{place.organisationName}
			</Link>
		</>
	);
}

function Deputy({ contact }: { contact: Contact }) {
	const text = contactsText[useLanguage()];
	return (
		<p className="row">
			<span className="quiet">{text.deputy}:</span> {contact.deputyName}
			{contact.deputyEmail !== null && <EmailLink email={contact.deputyEmail} />}
			{contact.deputyPhone !== null && <PhoneLink phone={contact.deputyPhone} />}
		</p>
	);
}

/** What is wrong with a contact, each on its own line; nothing when all is well. */
export function ContactWarnings({ contact }: { readonly contact: Pick<Contact, "warnings"> | null }) {
	return contactWarnings(contact, useLanguage());
}

/** The same for the cells of a long list, where a component for each costs more than what it says. */
export function contactWarnings(contact: Pick<Contact, "warnings"> | null, language: Language) {
	const { warnings } = contactText[language];
	return contact?.warnings.map((warning) => (
		<span key={warning} className="list-under">
			<Status tone={warning === "vacant" ? "danger" : "warning"}>{warnings[warning]}</Status>
		</span>
	));
}

/** Which steps were tried before somebody answered. An answer at the first step needs no telling. */
function How({ answer }: { answer: Answer }) {
	const language = useLanguage();
	const text = contactsText[language];
	const { steps } = contactText[language];
	const before = answer.tried.slice(0, -1);
	if (answer.by === null) return null;
	if (before.length === 0) return <p className="quiet">{steps[answer.step]}</p>;
	return (
		<details>
			<summary>{steps[answer.step]}</summary>
			<p className="quiet">{text.how}</p>
			<ol className="ds-list">
				{before.map((step) => (
					<li key={step}>
						{text.tried[step]}: <span className="quiet">{text.nobodyNow}</span>
					</li>
				))}
				<li>
					<strong>
						{text.tried[answer.step]}: {answer.name}
					</strong>
				</li>
			</ol>
		</details>
	);
}
