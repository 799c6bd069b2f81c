import { formatDate } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import type { Responsibility } from "../codes.ts";
import type { Contact } from "../contact/contract.ts";
import { organisationText } from "../text.ts";
import { contactLine } from "./contact-line.ts";
import { contactRegisterText } from "./contact-register.text.ts";

/** Somebody who has left, and what nobody answers for since. */
export type Leaver = {
	readonly name: string;
	readonly lastDay: string;
	/** Null where the one who looks may not hand over for them. */
	readonly handOver: string | null;
	readonly contacts: readonly Contact[];
};

/** Those who left and nobody has taken over from, the latest first. */
export function leaversOf(vacant: readonly Contact[], mayHandOver: boolean): Leaver[] {
	const leavers = new Map<string, Leaver>();
	for (const contact of vacant) {
		const { membershipId, name, lastDay } = contact;
		if (membershipId === null || lastDay === null) continue;
		const handOver = mayHandOver ? `/people/${membershipId}/hand-over` : null;
		const leaver = leavers.get(membershipId) ?? { name: name ?? "", lastDay, handOver, contacts: [] };
		leavers.set(membershipId, { ...leaver, contacts: [...leaver.contacts, contact] });
	}
	return [...leavers.values()].toSorted((one, other) => other.lastDay.localeCompare(one.lastDay));
}

/** What in one's own register nobody answers for: those who left, and what nobody ever was entered for. */
export function RegisterNotices(props: {
	readonly leavers: readonly Leaver[];
	readonly missing: readonly Responsibility[];
	readonly base: string;
}) {
	const language = useLanguage();
	const text = contactRegisterText[language];
	const { leavers, missing, base } = props;
	return (
		<>
			{leavers.map((leaver) => (
				<Alert
					key={leaver.contacts[0]?.id}
					tone="warning"
					title={text.leftTitle(leaver.name, formatDate(language, leaver.lastDay))}
				>
					<p>
						{text.leftBody}{" "}
						{leaver.contacts.map((contact, index) => (
							<span key={contact.id}>
								{index > 0 && "; "}
								<Link className="ds-link" to={`${base}/${contact.id}/edit`}>
									{contactLine(contact, language)}
								</Link>
							</span>
						))}
					</p>
					{leaver.handOver !== null && (
						<Link className="ds-link" to={leaver.handOver}>
							{text.leftHandOver(leaver.name)}
						</Link>
					)}
				</Alert>
			))}
			{missing.length > 0 && (
				<Alert tone="warning" title={text.missingTitle}>
					<p>{text.missingBody}</p>
					<p className="row">
						{missing.map((one) => (
							<Link key={one} className="ds-link" to={`${base}/new?responsibility=${one}`}>
								{organisationText[language].responsibilities[one]}
							</Link>
						))}
					</p>
				</Alert>
			)}
		</>
	);
}
