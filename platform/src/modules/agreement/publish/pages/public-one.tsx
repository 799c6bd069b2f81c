import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, visit } from "../../../../visit.server.ts";
import { AgreementText } from "../../pages/AgreementText.tsx";
import "../../pages/agreement.css";
import { agreementText } from "../../text.ts";
import { daysInWords, nameOfTheme } from "../../words.ts";
import { readPublication } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/public-one";

/** An agreement as its parties have chosen to show it to everybody. Nobody needs an account to come here. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = visit(context);
	return reading(async (work) => ({
		shown: (await readPublication(work, params.agreementId)) ?? missing(),
		today: work.today,
	}));
}

export default function PublicOne({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishText[language];
	const words = agreementText[language];
	const { shown, today } = loaderData;
	const { title, kind, level, content, endedOn } = shown;
	const about = `${words.kinds[kind]}, ${words.levels[level].toLocaleLowerCase("nb")}.`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={content === null ? about : `${about} ${text.asSigned}`}
				trail={[{ to: "/published-agreements", label: text.listTitle }]}
			/>
			{endedOn !== null && endedOn < today && <Alert tone="warning">{text.ended(formatDate(language, endedOn))}</Alert>}
			{content === null ? (
				<Section title={text.about} lead={text.notWhole}>
					<Facts
						facts={[
							{ label: text.parties, value: <Lines words={shown.parties} /> },
							{
								label: text.themes,
								value: <Lines words={shown.themes.map((theme) => nameOfTheme(language, theme))} />,
							},
							{ label: text.days, value: daysInWords(language, shown) ?? "" },
						]}
					/>
				</Section>
			) : (
				<AgreementText content={content} />
			)}
			<Section title={text.signatures} id="signatures">
				<Table
					caption={text.signatures}
					hideCaption
					rows={shown.signatures}
					rowKey={({ party }) => party}
					columns={[
						{ key: "party", label: text.party, cell: ({ party }) => party },
						{
							key: "by",
							label: text.signedBy,
							cell: ({ signedAs }) => signedAs ?? "",
						},
						{
							key: "on",
							label: text.signedOn,
							cell: ({ signedOn }) => (signedOn === null ? "" : formatDate(language, signedOn)),
						},
					]}
				/>
			</Section>
		</div>
	);
}

function Lines({ words }: { readonly words: readonly string[] }) {
	return (
		<ul className="plain-list">
			{words.map((word) => (
				<li key={word}>{word}</li>
			))}
		</ul>
	);
}
