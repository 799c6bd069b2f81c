import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { signedIn } from "../../../../visit.server.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { listOwnStudies, stateOn } from "../../service.server.ts";
import type { Route } from "./+types/own-studies";
import { StudyFacts } from "./StudyFacts.tsx";
import { StudyStands } from "./StudyStands.tsx";
import { StudySteps } from "./StudySteps.tsx";
import { studiesText } from "./studies.text.ts";

/** What employers have taken down about the studies of whoever looks, whomever they act for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = signedIn(context, request);
	return reading(async (work) => {
		const studies = await listOwnStudies(work);
		const names = await nameOrganisations(
			work,
			studies.map(({ organisationId }) => organisationId),
		);
		return studies.map((study) => ({
			...{ study, employer: names.get(study.organisationId)?.name ?? "" },
			state: stateOn(study.steps, work.today) ?? "planned",
			entry: nameOfEntry(language, { name: study.entryName, nameNn: study.entryNameNn, nameEn: study.entryNameEn }),
		}));
	});
}

export default function OwnStudies({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studiesText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.ownTitle)}</title>
			<PageHeader title={text.ownTitle} lead={text.ownLead} />
			{loaderData.length === 0 && <EmptyState title={text.ownEmptyTitle}>{text.ownEmptyBody}</EmptyState>}
			{loaderData.map(({ study, employer, entry, state }) => (
				<Section key={study.id} title={study.title} actions={<StudyStands state={state} />}>
					<StudyFacts study={study} entry={entry} place={{ label: text.employer, value: employer }} />
					<StudySteps steps={study.steps} level={3} />
				</Section>
			))}
			{loaderData.length > 0 && <p className="quiet">{text.ownNote}</p>}
		</div>
	);
}
