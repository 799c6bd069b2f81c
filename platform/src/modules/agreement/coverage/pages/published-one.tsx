import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, signedIn } from "../../../../visit.server.ts";
import { AgreementText } from "../../pages/AgreementText.tsx";
import { StandingOf } from "../../pages/StandingOf.tsx";
import "../../pages/agreement.css";
import { standingOf } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { readPublished } from "../published.server.ts";
import { publishedText } from "../published.text.ts";
import type { Route } from "./+types/published-one";

/** A published agreement as outsiders read it: what was signed, and by whom. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = signedIn(context, request);
	return reading(async (work) => {
		const found = await readPublished(work, params.agreementId);
		if (found.refused) missing();
		return { ...found.done, standing: standingOf(found.done.agreement, work.today) };
	});
}

export default function PublishedOne({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishedText[language];
	const words = agreementText[language];
	const { agreement, content, signatures, standing } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(agreement.title)}</title>
			<PageHeader
				title={agreement.title}
				lead={`${words.kinds[agreement.kind]}, ${words.levels[agreement.level].toLocaleLowerCase("nb")}. ${text.asSigned}`}
				trail={[{ to: "/agreements/published", label: text.title }]}
				tags={<StandingOf standing={standing} tag />}
			/>
			<AgreementText content={content} />
			<Section title={text.signatures} id="signatures">
				<Table
					caption={text.signatures}
					hideCaption
					rows={signatures}
					rowKey={({ id }) => id}
					rowHref={({ id }) => `/organisations/${id}`}
					columns={[
						{ key: "party", label: text.party, cell: ({ name }) => name },
						{
							key: "by",
							label: text.signedBy,
							cell: ({ signedBy, signedAs }) =>
								[signedBy, signedAs].filter((word) => word !== null).join(", ") || text.notSigned,
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
