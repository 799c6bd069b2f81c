import { Form, Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { auditKindWords } from "../../../identity/audit-words.ts";
import { mayReadLog } from "../../../identity/rules.ts";
import { formatDate, formatNumber, type Language } from "../../../language.ts";
import { findObjects } from "../../../registry/objects.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { type Fact, Facts } from "../../../ui/Facts.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import type { HeldContact, Membership } from "../people/contract.ts";
import { ownTitle } from "../people/own-title.server.ts";
import { peopleText } from "../people/text.ts";
import { readInvitation, readPerson, verifyMembership } from "../service.server.ts";
import { organisationText, roleName } from "../text.ts";
import type { Route } from "./+types/person";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { contactLine } from "./contact-line.ts";
import { LeftBehind, ThingList } from "./LeftBehind.tsx";
import { peoplePagesText } from "./people.text.ts";
import { Standing } from "./Standing.tsx";

/** One role, and all else the same person is and holds in the organisation. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		const person = (await readPerson(work, params.membershipId)) ?? missing();
		const invitation = await readInvitation(work, params.membershipId);
		const cards = await findObjects(work, person.otherThings);
		return {
			...person,
			title: ownTitle(person.membership.role, person.membership.title),
			otherThings: person.otherThings.map(({ kind, id, title }) => ({
				...{ kind, id, title, what: auditKindWords(kind, language) },
				path: cards.find((card) => card.kind === kind && card.id === id)?.path ?? null,
			})),
			left: person.left.map((thing) => ({ ...thing, what: auditKindWords(thing.kind, language) })),
			organisationId: actor.organisationId,
			today: work.today,
			invitedOn: invitation?.open?.createdAt ?? null,
			log: mayReadLog(actor) ? logOf(person.membership) : null,
		};
	});
}

/** The log of whatever the person did or was done about them; of the role alone where nobody has signed in with it. */
function logOf({ id, personId }: Membership): string {
	return `/administration/log?${personId === null ? `object=${id}` : `person=${personId}`}`;
}

/** "Still correct". */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => verifyMembership(work, params.membershipId));
	const refusal = outcome.refused?.[0];
	if (refusal?.code === "missing") missing();
	return redirectWithToast(
		`/people/${params.membershipId}`,
		refusal ? saying(language, peopleText[language].refusals)(refusal) : peoplePagesText[language].verified,
	);
}

export default function Person({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const { membership, can, memberships } = loaderData;
	const page = `/people/${membership.id}`;
	const others = memberships.filter((one) => one.id !== membership.id);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(membership.name)}</title>
			<PageHeader
				title={membership.name}
				trail={[{ to: "/people", label: text.title }]}
				tags={<Tag>{roleName(language, membership.role)}</Tag>}
				{...(can.change ? { action: { to: `${page}/edit`, label: text.change } } : {})}
				secondary={<Ways page={page} can={can} />}
			/>
			{can.verify && membership.warnings.includes("unverified") && (
				<Alert tone="warning" title={text.verifyWhy}>
					<Form method="post" action={page}>
						<SubmitButton variant="secondary">{text.verify}</SubmitButton>
					</Form>
				</Alert>
			)}
			<Facts facts={factsOf(loaderData, language)} />
			{others.length > 0 && (
				<Section title={text.otherRoles}>
					<ul className="ds-list">
						{others.map((one) => (
							<li key={one.id}>
								<Link className="ds-link" to={`/people/${one.id}`}>
									{[roleName(language, one.role), one.unitName].filter(Boolean).join(", ")}
								</Link>{" "}
								<span className="quiet">{period(one, language)}</span>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Holds loaderData={loaderData} />
			{loaderData.log && (
				<p>
					<Link className="ds-link" to={loaderData.log}>
						{text.log(membership.name)}
					</Link>
				</p>
			)}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];

function Ways({ page, can }: { page: string; can: Data["can"] }) {
	const text = peoplePagesText[useLanguage()];
	return (
		<>
			{can.handOver && (
				<Link className="ds-button" data-variant="secondary" to={`${page}/hand-over`}>
					{text.handOver}
				</Link>
			)}
			{can.invite && (
				<Link className="ds-button" data-variant="secondary" to={`${page}/invite`}>
					{text.invite}
				</Link>
			)}
			{can.end && (
				<Link className="ds-button" data-variant="tertiary" to={`${page}/end`}>
					{text.end}
				</Link>
			)}
		</>
	);
}

function factsOf({ membership, title, today, invitedOn }: Data, language: Language): Fact[] {
	const text = peoplePagesText[language];
	const { fields } = text;
	const { email, phone, deputyId, deputyName, share } = membership;
	return [
		{ label: fields.role, value: roleName(language, membership.role) },
		...(title === null ? [] : [{ label: fields.title, value: title }]),
		{ label: fields.unitId, value: membership.unitName ?? organisationText[language].wholeOrganisation },
		{ label: text.period, value: period(membership, language) },
		{
			label: text.columns.position,
			value: [
				peopleText[language].positions[membership.position],
				share === null ? null : text.percent(formatNumber(language, share)),
			]
				.filter(Boolean)
				.join(", "),
		},
		{ label: fields.email, value: email && <EmailLink email={email} /> },
		{ label: fields.phone, value: phone && <PhoneLink phone={phone} /> },
		{
			label: fields.deputyId,
			value: deputyId && (
				<Link className="ds-link" to={`/people/${deputyId}`}>
					{deputyName}
				</Link>
			),
		},
		{
			label: text.account,
			value: membership.personId === null ? text.hasNoAccount : text.hasAccount,
			...(invitedOn === null ? {} : { source: text.invitedOn(formatDate(language, invitedOn)) }),
		},
		{
			label: text.columns.verified,
			value: <Standing row={membership} today={today} />,
			...(membership.warnings.includes("unverified")
				? { source: `${text.lastVerified} ${formatDate(language, membership.verifiedAt)}` }
				: {}),
		},
	];
}

function period(one: Membership, language: Language): string {
	const to = one.validTo === null ? peoplePagesText[language].lasting : formatDate(language, one.validTo);
	return `${formatDate(language, one.validFrom)} – ${to}`;
}

/** What the person answers for, stands in for, and holds in other rooms. Empty parts are left out. */
function Holds({ loaderData }: { loaderData: Data }) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const { contacts, deputyContacts, deputyFor, otherThings, left, organisationId } = loaderData;
	return (
		<>
			{contacts.length > 0 && (
				<Section title={text.answersFor}>
					<ContactList contacts={contacts} organisationId={organisationId} />
				</Section>
			)}
			{deputyContacts.length + deputyFor.length > 0 && (
				<Section title={text.standsInFor}>
					{deputyFor.length > 0 && (
						<ul className="ds-list">
							{deputyFor.map((one) => (
								<li key={one.id}>
									<Link className="ds-link" to={`/people/${one.id}`}>
										{one.name}
									</Link>{" "}
									<span className="quiet">{roleName(language, one.role)}</span>
								</li>
							))}
						</ul>
					)}
					<ContactList contacts={deputyContacts} organisationId={organisationId} />
				</Section>
			)}
			{otherThings.length > 0 && (
				<Section title={text.alsoHolds}>
					<ThingList things={otherThings} />
				</Section>
			)}
			<LeftBehind things={left} />
		</>
	);
}

function ContactList(props: { contacts: readonly HeldContact[]; organisationId: string }) {
	const language = useLanguage();
	if (props.contacts.length === 0) return null;
	return (
		<ul className="ds-list">
			{props.contacts.map((contact) => (
				<li key={contact.id}>
					<Link
						className="ds-link"
						to={`/organisations/${props.organisationId}/contacts?responsibility=${contact.responsibility}`}
					>
						{contactLine(contact, language)}
					</Link>
				</li>
			))}
		</ul>
	);
}
