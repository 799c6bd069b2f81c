import type { Timeliness } from "../../../../involvement/rules.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { RoleInvolved } from "../rules.ts";
import { hearingsText } from "./hearings.text.ts";
import { inviteesText } from "./invitees.text.ts";

const tones: Readonly<Record<Timeliness, Tone>> = { early: "success", late: "warning", never: "danger" };

/** When each role was first involved in what is heard: early, late, or never. */
export function Involved({
	roles,
	settled,
}: {
	readonly roles: readonly RoleInvolved[];
	/** Whether nobody can speak any more: until then it is no fault to be silent. */
	readonly settled: boolean;
}) {
	const language = useLanguage();
	const text = inviteesText[language];
	const listWords = hearingsText[language];
	const words = involvementText[language];
	return (
		<Section title={text.involvement} lead={text.involvementLead}>
			<Table
				caption={text.involvement}
				hideCaption
				rows={roles}
				rowKey={(row) => row.role}
				columns={[
					{ key: "role", label: listWords.columns.role, cell: (row) => words.role[row.role] },
					{
						key: "timeliness",
						label: listWords.columns.timeliness,
						cell: (row) => (
							<Status tone={row.timeliness === "never" && !settled ? "neutral" : tones[row.timeliness]}>
								{words.timeliness[row.timeliness]}
							</Status>
						),
					},
					{
						key: "first",
						label: listWords.columns.involved,
						cell: (row) =>
							row.first === null ? "" : `${formatShortDate(language, row.first.on)}, ${words.phase[row.first.phase]}`,
					},
				]}
			/>
		</Section>
	);
}
