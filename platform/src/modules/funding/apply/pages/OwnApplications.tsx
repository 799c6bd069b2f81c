import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { kronerOf } from "../../amounts.ts";
import { collectText } from "../../collect/text.ts";
import type { ListedApplication } from "../contract.ts";
import type { Overlap } from "../rules.ts";
import { applyText } from "../text.ts";

type OwnProps = { readonly applications: readonly ListedApplication[]; readonly overlaps: readonly Overlap[] };

/** One's own applications over all schemes, and what is sought in more than one of them. */
export function OwnApplications({ applications, overlaps }: OwnProps) {
	const language = useLanguage();
	const text = applyText[language];
	if (applications.length === 0) return null;
	return (
		<Section title={text.mine} lead={text.mineLead}>
			{overlaps.length > 0 && (
				<Alert tone="warning" title={text.overlaps}>
					<ul className="ds-list">
						{overlaps.map(({ of, title, places }) => (
							<li key={`${of} ${title}`}>
								{of === "measure"
									? text.overlap(title, places.join(", "))
									: text.overlapPeople(title, places.join(", "))}
							</li>
						))}
					</ul>
				</Alert>
			)}
			<Table
				caption={text.mine}
				hideCaption
				rows={applications}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/funding/applications/${id}`}
				columns={[
					{ key: "call", label: collectText[language].columns.call, cell: ({ title }) => title },
					{
						key: "state",
						label: text.state,
						cell: ({ state, changing }) => (
							<Status tone={state === "sent" && !changing ? "success" : state === "withdrawn" ? "danger" : "neutral"}>
								{text.states[changing ? "changing" : state]}
							</Status>
						),
					},
					{
						key: "lead",
						label: text.party,
						cell: ({ leadName, joint, standing }) => (
							<>
								{leadName}
								{joint && (
									<span className="list-under quiet">
										{text.jointTag}
										{standing !== "lead" && `, ${text.partyStates[standing]}`}
									</span>
								)}
							</>
						),
					},
					{
						key: "deadline",
						label: collectText[language].columns.deadline,
						cell: ({ closesOn }) => (closesOn === null ? <NoValue /> : formatShortDate(language, closesOn)),
					},
					{ key: "people", label: text.people, numeric: true, cell: ({ people }) => formatNumber(language, people) },
					{ key: "applied", label: text.applied, numeric: true, cell: ({ applied }) => kronerOf(language, applied) },
					{ key: "own", label: text.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
				]}
			/>
		</Section>
	);
}
