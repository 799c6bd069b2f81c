import { Outlet } from "react-router";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { adviceText } from "../../advice/text.ts";
import { openProgrammeHead } from "../../service.server.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme-frame";
import { ProgrammeStands } from "./ProgrammeStands.tsx";
import { programmePageText } from "./programme.text.ts";

/** The frame round one programme: what it is, and its parts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { programme, keeperName, can, isOwn, takesPart } =
			(await openProgrammeHead(work, params.programmeId)) ?? missing();
		return {
			id: programme.id,
			title: programme.title,
			state: programme.state,
			keeperName,
			keep: can.keep,
			isOwn,
			reads: isOwn || takesPart,
		};
	});
}

export default function ProgrammeFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { id, title, state, keeperName, keep, isOwn, reads } = loaderData;
	const here = `/development/programmes/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={text.lead(keeperName)}
				tags={<ProgrammeStands state={state} />}
				trail={[{ to: "/development/programmes", label: words.title }]}
				secondary={
					keep &&
					state !== "closed" && (
						<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
							{text.edit}
						</Link>
					)
				}
			/>
			<Tabs
				label={text.parts}
				tabs={[
					{ to: here, label: text.tabs.programme },
					...(state === "draft" ? [] : [{ to: `${here}/admissions`, label: text.tabs.admissions }]),
					...(state !== "draft" && reads ? [{ to: `${here}/results`, label: text.tabs.results }] : []),
					...(state !== "draft" && isOwn ? [{ to: `${here}/reach`, label: text.tabs.reach }] : []),
					...(state !== "draft" && isOwn ? [{ to: `${here}/projects`, label: adviceText[language].title }] : []),
				]}
			/>
			<Outlet />
		</div>
	);
}
