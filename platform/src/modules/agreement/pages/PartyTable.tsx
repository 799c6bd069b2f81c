import { formatShortDate } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Status } from "../../../ui/Tag.tsx";
import type { Party } from "../contract.ts";
import { agreementText } from "../text.ts";
import { agreementPagesText } from "./agreement.text.ts";
import { Person } from "./ContactList.tsx";
import { writeText } from "./write.text.ts";

/** The parties: who coordinates there, which version each has approved, and who has signed. */
export function PartyTable(props: {
	readonly parties: readonly Party[];
	/** The version put forward last; 0 while there is none. */
	readonly contentVersion: number;
	readonly isSigning: boolean;
}) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const words = agreementText[language];
	const { parties, contentVersion, isSigning } = props;
	return (
		<Table
			caption={text.parties}
			hideCaption
			rows={parties}
			rowKey={(one) => one.organisationId}
			columns={[
				{ key: "name", label: text.party, cell: (one) => one.name },
				{
					key: "coordinator",
					label: writeText[language].fields.coordinatorName,
					cell: (one) =>
						one.coordinatorName === null ? "" : <Person name={one.coordinatorName} email={one.coordinatorEmail} />,
				},
				...(contentVersion > 0
					? [
							{
								key: "approved",
								label: text.approval,
								cell: (one: Party) =>
									one.declinedVersion !== null ? (
										<>
											<Status tone="danger">{text.declinedVersion(one.declinedVersion)}</Status>
											<p className="written quiet">{one.declinedBecause}</p>
										</>
									) : one.approvedVersion === null ? (
										<Status>{text.notYet}</Status>
									) : (
										<Status tone={one.approvedVersion === contentVersion ? "success" : "neutral"}>
											{text.approvedVersion(one.approvedVersion)}
										</Status>
									),
							},
						]
					: []),
				...(isSigning
					? [
							{
								key: "signed",
								label: text.signature,
								cell: (one: Party) =>
									one.signedOn === null ? (
										<Status>{one.signs ? text.notYet : text.doesNotSign}</Status>
									) : (
										<Status tone="success">
											{[
												text.signedBy(one.signedBy ?? "", one.signedAs ?? ""),
												formatShortDate(language, one.signedOn),
												one.signedWay === null ? "" : words.signingWays[one.signedWay],
											]
												.filter((word) => word !== "")
												.join(", ")}
										</Status>
									),
							},
						]
					: []),
			]}
		/>
	);
}
