import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { roundText } from "../text.ts";
import { mixtureText } from "./mixture.text.ts";
import { Remove, type RulesList } from "./RulesLists.tsx";
import { rulesText } from "./rules.text.ts";

type Props = Pick<RulesList, "rules" | "version" | "refused"> & {
	readonly sites: readonly { readonly id: string; readonly name: string; readonly hostName: string }[];
};

/** Sites that take students of several professions at once, or nobody: interprofessional groups. */
export function Mixtures({ rules, sites, version, refused }: Props) {
	const language = useLanguage();
	const text = mixtureText[language];
	const labelOf = (siteId: string) => {
		const site = sites.find(({ id }) => id === siteId);
		return site ? `${site.name} (${site.hostName})` : text.gone;
	};
	return (
		<Section title={text.title} lead={text.lead}>
			<Table
				caption={`${text.title} (${rules.mixtures.length})`}
				hideCaption
				rows={rules.mixtures.map((mixture, at) => ({ ...mixture, at }))}
				rowKey={(row) => row.siteId}
				columns={[
					{ key: "site", label: text.site, cell: (row) => labelOf(row.siteId) },
					{
						key: "professions",
						label: text.professions,
						cell: (row) => formatNumber(language, row.professions),
						numeric: true,
					},
					{
						key: "remove",
						label: rulesText[language].change,
						cell: (row) => <Remove list="mixtures" row={row.at} version={version} />,
					},
				]}
				empty={<p className="quiet">{text.empty}</p>}
			/>
			{sites.length === 0 ? (
				<p className="quiet">{text.noSites}</p>
			) : (
				<TaskForm
					refused={refused}
					prefix="mixture-"
					values={{ professions: 2 }}
					labels={{ siteId: text.site, professions: text.professions }}
					say={saying(language, roundText[language].refusals)}
				>
					<input type="hidden" name="version" value={version} />
					<input type="hidden" name="deed" value="mixture" />
					<Field
						name="siteId"
						kind="select"
						required
						choices={sites.map(({ id }) => ({ value: id, label: labelOf(id) }))}
					/>
					<Field name="professions" kind="number" whole required hint={text.hint} />
					<SubmitButton variant="secondary">{text.add}</SubmitButton>
				</TaskForm>
			)}
		</Section>
	);
}
